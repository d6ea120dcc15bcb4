namespace Bimer.Blazor.Shell.Parts;

/// <summary>What is wrong with a form, by the id of the field, in the order of the page: the summary on top links to each.</summary>
public sealed class FieldErrors
{
    private readonly List<(string Field, string Message)> _all = [];

    public bool Any => _all.Count > 0;

    public IReadOnlyList<(string Field, string Message)> All => _all;

    public string? this[string field] => _all.Find(e => string.Equals(e.Field, field, StringComparison.Ordinal)).Message;

    public void Add(string field, string message) => _all.Add((field, message));
}
