/** What a list of rates comes to. */

const round = (value) => Number(value.toPrecision(5));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}

export function summary(rates) {
  return { best: round(Math.max(...rates)), median: round(median(rates)) };
}

/**
 * How many times as fast our fastest engine, and the plain one, ran as each other contender: best by best, and the
 * median, least and largest of the ratios within one round, which the machine's drift moves least.
 */
export function ratios(measured) {
  const list = [];
  for (const mine of measured.filter(({ name }) => name === 'simd' || name === 'plain')) {
    const others = measured.filter(({ name, workload }) => workload === mine.workload && name !== mine.name);
    for (const other of others.filter(({ name }) => name !== 'simd')) list.push(ratio(mine, other));
  }
  return list;
}

function ratio(mine, other) {
  const rounds = Math.min(mine.rates.length, other.rates.length);
  const within = Array.from({ length: rounds }, (_, i) => mine.rates[i] / other.rates[i]);
  return {
    workload: mine.workload,
    engine: mine.name,
    over: other.name,
    best: round(Math.max(...mine.rates) / Math.max(...other.rates)),
    median: round(median(within)),
    least: round(Math.min(...within)),
    largest: round(Math.max(...within)),
  };
}
