namespace Membership.App.Tests.Indicators;

/// <summary>
/// What can be reckoned of unknown counts, all at least 0, from published sums of them: the greatest and the least value of any sum
/// by linear programming (two-phase simplex), rounded inwards because people are whole.
/// </summary>
internal sealed class LinearAttack
{
    private const double Epsilon = 1e-7;

    private readonly List<(IReadOnlyDictionary<int, long> Terms, long Value)> _sums = [];
    private double[][] _rows = [];
    private int[] _basis = [];

    public int Variables { get; private set; }

    public int AddVariable() => Variables++;

    /// <param name="terms">Coefficients by variable.</param>
    public void Publish(IReadOnlyDictionary<int, long> terms, long value) => _sums.Add((terms, value));

    /// <summary>Finds one solution; to be called once, after the last sum.</summary>
    /// <returns>False when the sums contradict each other.</returns>
    public bool Solve()
    {
        var width = Variables + _sums.Count;
        _rows = [.. _sums.Select((sum, at) => RowOf(sum.Terms, sum.Value, width, Variables + at))];
        _basis = [.. Enumerable.Range(Variables, _sums.Count)];
        var artificial = new double[width];
        Array.Fill(artificial, -1, Variables, _sums.Count);
        if (Maximize(artificial, width, enough: double.MaxValue) < -Epsilon)
            return false;

        RemoveArtificials();
        return true;
    }

    /// <summary>The greatest value, or <paramref name="enough"/> as soon as it is reached.</summary>
    public long Greatest(IReadOnlyDictionary<int, long> terms, long enough)
    {
        var value = Maximize(Objective(terms, 1), Variables, enough);
        return value >= enough - Epsilon ? enough : (long)Math.Floor(value + Epsilon);
    }

    public long Least(IReadOnlyDictionary<int, long> terms) => (long)Math.Ceiling(-Maximize(Objective(terms, -1), Variables, double.MaxValue) - Epsilon);

    private double[] Objective(IReadOnlyDictionary<int, long> terms, int sign)
    {
        var objective = new double[Variables];
        foreach (var (variable, coefficient) in terms)
            objective[variable] = sign * coefficient;
        return objective;
    }

    private static double[] RowOf(IReadOnlyDictionary<int, long> terms, long value, int width, int artificial)
    {
        var row = new double[width + 1];
        var sign = value < 0 ? -1 : 1;
        foreach (var (variable, coefficient) in terms)
            row[variable] = sign * coefficient;
        row[artificial] = 1;
        row[^1] = sign * value;
        return row;
    }

    /// <summary>An artificial variable that no real one can replace stands in a sum that the others already say.</summary>
    private void RemoveArtificials()
    {
        for (var at = 0; at < _rows.Length; at++)
        {
            if (_basis[at] >= Variables && Array.FindIndex(_rows[at], 0, Variables, value => Math.Abs(value) > Epsilon) is >= 0 and var column)
                Pivot(at, column);
        }

        var kept = Enumerable.Range(0, _rows.Length).Where(at => _basis[at] < Variables).ToList();
        _rows = [.. kept.Select(at => (double[])[.. _rows[at][..Variables], _rows[at][^1]])];
        _basis = [.. kept.Select(at => _basis[at])];
    }

    /// <summary>From the present solution; unbounded is <see cref="double.MaxValue"/>.</summary>
    private double Maximize(double[] objective, int width, double enough)
    {
        for (var step = 0; ; step++)
        {
            var value = Enumerable.Range(0, _rows.Length).Sum(at => objective[_basis[at]] * _rows[at][^1]);
            if (value >= enough - Epsilon)
                return value;
            // Bland's rule after a while: it cannot go in circles.
            if (Entering(objective, width, step > 200) is not { } entering)
                return value;
            if (Leaving(entering) is not { } leaving)
                return double.MaxValue;
            Pivot(leaving, entering);
        }
    }

    private int? Entering(double[] objective, int width, bool first)
    {
        var gains = (double[])objective.Clone();
        for (var at = 0; at < _rows.Length; at++)
        {
            if (objective[_basis[at]] is not 0 and var factor)
            {
                for (var column = 0; column < width; column++)
                    gains[column] -= factor * _rows[at][column];
            }
        }

        var best = -1;
        for (var column = 0; column < width; column++)
        {
            if (gains[column] > Epsilon && (best < 0 || (!first && gains[column] > gains[best])))
                best = column;
        }

        return best < 0 ? null : best;
    }

    private int? Leaving(int entering)
    {
        var (best, ratio) = (-1, double.MaxValue);
        for (var at = 0; at < _rows.Length; at++)
        {
            if (_rows[at][entering] <= Epsilon)
                continue;
            var own = _rows[at][^1] / _rows[at][entering];
            if (best < 0 || own < ratio - Epsilon || (own < ratio + Epsilon && _basis[at] < _basis[best]))
                (best, ratio) = (at, own);
        }

        return best < 0 ? null : best;
    }

    private void Pivot(int leaving, int entering)
    {
        var pivot = _rows[leaving];
        var by = pivot[entering];
        for (var column = 0; column < pivot.Length; column++)
            pivot[column] /= by;
        foreach (var row in _rows)
        {
            if (row == pivot || row[entering] is 0)
                continue;
            var times = row[entering];
            for (var column = 0; column < row.Length; column++)
                row[column] -= times * pivot[column];
        }

        _basis[leaving] = entering;
    }
}
