using System.Linq.Expressions;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>
/// What one criterion asks for: a row meets it that has any of these values. Two that hold the same values in another order ask for the same and
/// are equal: what is asked is part of what shared reads and lines are kept by.
/// </summary>
public sealed class Several<T> : IEquatable<Several<T>>
    where T : notnull
{
    private readonly T[] _values;

    internal Several(T[] values) => _values = values;

    /// <summary>At least one, each once, as they were asked.</summary>
    public IReadOnlyList<T> Values => _values;

    internal T[] Array => _values;

    /// <summary>The others; none where it was the only one.</summary>
    public Several<T>? Without(T value) => Several.Of(_values.Where(one => !one.Equals(value)));

    public bool Has(T value) => System.Array.IndexOf(_values, value) >= 0;

    public static implicit operator Several<T>(T value) => new([value]);

    public static bool operator ==(Several<T>? left, Several<T>? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Several<T>? left, Several<T>? right) => !(left == right);

    public bool Equals(Several<T>? other) => other is not null && other._values.Length == _values.Length && System.Array.TrueForAll(_values, other.Has);

    public override bool Equals(object? obj) => Equals(obj as Several<T>);

    // The same in any order.
    public override int GetHashCode() => _values.Aggregate(_values.Length, (hash, value) => hash ^ value.GetHashCode());

    public override string ToString() => string.Join(',', _values);
}

/// <summary>Reads several values, writes them, and asks a query for them.</summary>
internal static class Several
{
    /// <summary>The most values of one criterion; an address that names more asks for the first of them.</summary>
    public const int Most = 20;

    /// <summary>Stands between two values in an address.</summary>
    public const char Comma = ',';

    /// <summary>None of nothing.</summary>
    public static Several<T>? Of<T>(IEnumerable<T> values)
        where T : notnull => values.Distinct().Take(Most).ToArray() is { Length: > 0 } some ? new(some) : null;

    /// <summary>What a person or an address said; what is not understood falls away.</summary>
    public static Several<T>? Read<T>(string said, Func<string, T?> read)
        where T : struct => Of(Parts(said).Select(read).OfType<T>());

    public static IEnumerable<string> Parts(string said) => said.Split(Comma, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string? Write<T>(Several<T>? values, Func<T, string> write)
        where T : notnull => values is null ? null : string.Join(Comma, values.Values.Select(write));

    extension<TRow>(IQueryable<TRow> rows)
    {
        /// <summary>Rows that have any of the values. One alone is asked for as it always was, so that its plan stays what was measured.</summary>
        public IQueryable<TRow> Among<T>(Several<T>? asked, Expression<Func<TRow, T>> of)
            where T : notnull
        {
            if (asked is null) return rows;
            var (all, one) = (asked.Array, asked.Array[0]);
            Expression<Func<T>> only = () => one;
            Expression<Func<T[]>> any = () => all;
            var meets = all.Length == 1 ? (Expression)Expression.Equal(of.Body, only.Body) : Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(T)], any.Body, of.Body);
            return rows.Where(Expression.Lambda<Func<TRow, bool>>(meets, of.Parameters));
        }
    }
}
