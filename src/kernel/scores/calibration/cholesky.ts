// Symmetric positive definite matrices of n × n, row after row. Only + − × ÷ and the square root,
// always in the same order: the same last bit on every machine.

/**
 * The lower triangular factor L with L × its transpose = the matrix, in place; what stands above the
 * diagonal is left as it was and never read. Throws RangeError when it is not positive definite.
 */
export function factor(matrix: Float64Array, n: number): Float64Array {
  for (let row = 0; row < n; row += 1) {
    const mine = row * n;
    for (let column = 0; column <= row; column += 1) {
      const other = column * n;
      let sum = matrix[mine + column]!;
      for (let at = 0; at < column; at += 1) sum -= matrix[mine + at]! * matrix[other + at]!;
      if (column < row) matrix[mine + column] = sum / matrix[other + column]!;
      else if (sum > 0) matrix[mine + row] = Math.sqrt(sum);
      else throw new RangeError('the matrix is not positive definite');
    }
  }
  return matrix;
}

/** Solves matrix × x = side by the factor of the matrix. */
export function solve(lower: Float64Array, n: number, side: Float64Array): Float64Array {
  const x = side.slice();
  for (let row = 0; row < n; row += 1) {
    let sum = x[row]!;
    for (let at = 0; at < row; at += 1) sum -= lower[row * n + at]! * x[at]!;
    x[row] = sum / lower[row * n + row]!;
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    x[row]! /= lower[row * n + row]!;
    for (let at = 0; at < row; at += 1) x[at]! -= lower[row * n + at]! * x[row]!;
  }
  return x;
}

/** The whole inverse of the matrix, by its factor. */
export function inverse(lower: Float64Array, n: number): Float64Array {
  // Row i of `turned` is column i of the inverse of L, so that every inner loop runs along rows.
  const turned = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    const mine = row * n;
    turned[mine + row] = 1 / lower[mine + row]!;
    for (let column = row + 1; column < n; column += 1) {
      const other = column * n;
      let sum = 0;
      for (let at = row; at < column; at += 1) sum -= lower[other + at]! * turned[mine + at]!;
      turned[mine + column] = sum / lower[other + column]!;
    }
  }
  const whole = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let at = row; at < n; at += 1) sum += turned[row * n + at]! * turned[column * n + at]!;
      whole[row * n + column] = sum;
      whole[column * n + row] = sum;
    }
  }
  return whole;
}
