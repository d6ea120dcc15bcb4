using System.Collections.Frozen;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What the values of a choice are called in an address.</summary>
internal sealed class Slugs<T>(params (T Value, string Slug)[] table)
    where T : struct
{
    private readonly FrozenDictionary<string, T> _values = table.ToFrozenDictionary(row => row.Slug, row => row.Value, StringComparer.Ordinal);

    /// <summary>All of them, in their order.</summary>
    public IReadOnlyList<(T Value, string Slug)> All => table;

    /// <summary>None for what nobody gave a name.</summary>
    public T? Of(string slug) => _values.TryGetValue(slug, out var value) ? value : null;

    /// <summary>Of those that have a name; none of none.</summary>
    public Several<T>? Several(string said) => Filtering.Several.Read(said, Of);

    /// <summary>In the order of the table, whatever was asked first.</summary>
    public string? Of(Several<T>? values) => values is null ? null : string.Join(Filtering.Several.Comma, table.Where(row => values.Has(row.Value)).Select(row => row.Slug));

    public string? Of(T? value) => value is { } known ? Array.Find(table, row => EqualityComparer<T>.Default.Equals(row.Value, known)).Slug : null;
}
