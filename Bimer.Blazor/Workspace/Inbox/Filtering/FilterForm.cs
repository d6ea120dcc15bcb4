using System.Globalization;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>The criteria as they are typed and picked; each value in the words of the address, empty where nothing is asked.</summary>
internal sealed class FilterForm
{
    private readonly Dictionary<string, string> _said;

    public FilterForm(BoxFilter filter) =>
        _said = Criterion.All.ToDictionary(c => c.Name, c => c.Write(filter) ?? "", StringComparer.Ordinal);

    public string this[string name]
    {
        get => _said[name];
        set => _said[name] = value.Trim();
    }

    /// <summary>The province that is picked, whose districts can be picked.</summary>
    public int? Plate => int.TryParse(_said["il"], NumberStyles.None, CultureInfo.InvariantCulture, out var plate) ? plate : null;

    /// <summary>A number was typed that cannot be one: asking for nothing instead would show all.</summary>
    public bool HasWrongNumber => _said["sayi"].Length > 0 && CaseNumber.Parse(_said["sayi"]).Value is not { CaseId.Value: > 0 };

    public BoxFilter Filter() => Criterion.All.Aggregate(BoxFilter.None, (filter, c) => c.Read(filter, c.Name is "ilce" && Plate is null ? "" : _said[c.Name]));
}
