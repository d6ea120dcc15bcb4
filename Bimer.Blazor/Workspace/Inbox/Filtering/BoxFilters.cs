using Bimer.Domain.Cases;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>Reads filters out of addresses and writes them there. An address tells facts of cases, never whose they are.</summary>
public sealed class BoxFilters(PlaceDirectory places, TopicDirectory topics)
{
    private const int LongestWord = 1_000;

    /// <summary>What the address asks for; what it asks that does not exist it does not ask.</summary>
    /// <param name="address">Absolute.</param>
    public BoxFilter Of(string address)
    {
        var query = new Uri(address).Query;
        if (query.Length == 0) return BoxFilter.None;
        var said = QueryHelpers.ParseQuery(query);
        var filter = Criterion.All.Aggregate(BoxFilter.None, (f, c) =>
            said.TryGetValue(c.Name, out var values) && values is [{ Length: > 0 and <= LongestWord } value, ..] ? c.Read(f, value) : f);
        var place = filter.Plate is { } plate ? places.Find(plate, null) is null ? null : places.Find(plate, filter.District) ?? new Place(plate, null) : null;
        return filter with { Plate = place?.Plate, District = place?.District, Topic = Several.Of(filter.Topic?.Values.Where(code => topics.Find(code) is not null || topics.FindTopic(code) is not null) ?? []) };
    }

    /// <summary>The box with these rows, and beside them this case.</summary>
    public static string AddressOf(Box box, int? unit, BoxFilter filter, string? beside = null)
    {
        IEnumerable<(string Name, string? Value)> parts =
            [("birim", unit is { } id ? $"{id}" : null), .. Criterion.All.Select(c => (c.Name, c.Write(filter))), (Shell.Frame.Addresses.Beside, beside)];
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Escaped(part.Value!)}"));
        return query.Length == 0 ? box.Address : $"{box.Address}?{query}";
    }

    // A comma may stand in a query as it is, and several values are read more easily with it.
    private static string Escaped(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);

    /// <summary>The filter alone, as it stands in an address.</summary>
    public static string QueryOf(BoxFilter filter) => AddressOf(Box.Unit, null, filter) is var address && address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? address[(at + 1)..] : "";

    /// <summary>Each criterion that asks something, with what is left without it.</summary>
    public static IEnumerable<(string Name, BoxFilter Without)> Removals(BoxFilter filter) =>
        Criterion.All.Where(c => c.Write(filter) is not null).Select(c => (c.Name, WithoutPart(filter, c)));

    // A district says nothing without its province.
    private static BoxFilter WithoutPart(BoxFilter filter, Criterion criterion) =>
        filter.Plate is not null && string.Equals(criterion.Name, "il", StringComparison.Ordinal)
            ? filter with { Plate = null, District = null }
            : criterion.Read(filter, "");
}
