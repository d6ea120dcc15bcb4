using System.Buffers;
using System.Globalization;
using System.Text;
using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;

namespace Bimer.Domain.Replies;

/// <summary>What was done to a service of a unit's list (hizmet envanterinde değişiklik). Stored as numbers: never renumber.</summary>
public enum CatalogueAct
{
    Added = 1,
    Renamed = 2,
    Closed = 3,
    Reopened = 4,
}

/// <summary>A service of one unit (hizmet).</summary>
/// <param name="Code">What letters keep; never changes.</param>
/// <param name="IsClosed">Offered for no letter any more; letters filed under it keep it.</param>
public sealed record CatalogueItem(string Code, string Name, bool IsClosed);

/// <summary>One change of a unit's list.</summary>
/// <param name="Name">What the service is called from then on.</param>
/// <param name="Was">What it was called before; empty for a new one.</param>
public sealed record CatalogueChange(CatalogueAct Act, string Code, string Name, string Was);

/// <summary>
/// The services of one unit (hizmet envanteri, S45): the shipped list of its kind, and what the unit changed of it since. A name stands once in the list, closed services counted,
/// however it is written: two of one name could not be told apart by whoever files a letter.
/// </summary>
public sealed class UnitCatalogue
{
    /// <summary>Longest name, in UTF-16 units, inclusive.</summary>
    public const int LongestName = 120;

    /// <summary>Longest code, in UTF-16 units, inclusive.</summary>
    public const int LongestCode = 32;

    /// <summary>The most services of one unit, closed ones counted.</summary>
    public const int MostItems = 5_000;

    private const string OwnPrefix = "BRM-";

    private static readonly SearchValues<char> OwnSigns = SearchValues.Create("0123456789-");

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<CatalogueItem> _items = [];
    private int _added;

    private UnitCatalogue()
    {
    }

    /// <summary>Those shipped first, then those added, each in its order.</summary>
    public IReadOnlyList<CatalogueItem> Items => _items;

    /// <summary>The list as it stands.</summary>
    /// <param name="shipped">Of the unit's kind.</param>
    /// <param name="changes">In the order they were made.</param>
    public static UnitCatalogue Of(IEnumerable<CatalogueItem> shipped, IEnumerable<CatalogueChange> changes)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(changes);
        var list = new UnitCatalogue();
        foreach (var item in shipped) list.Put(item);
        foreach (var change in changes) list.Follow(change);
        return list;
    }

    /// <summary>A code a unit gave itself has this shape; whether it exists only the unit's list knows.</summary>
    public static bool IsOwnCode(string code) => code is { Length: <= LongestCode } && code.StartsWith(OwnPrefix, StringComparison.Ordinal) && code.AsSpan(OwnPrefix.Length).IndexOfAnyExcept(OwnSigns) < 0;

    /// <summary>None where the list never had it.</summary>
    public CatalogueItem? Find(string code) => _places.TryGetValue(code, out var place) ? _items[place] : null;

    /// <summary>A new service of the unit.</summary>
    /// <returns>Refused with <see cref="Refusal.ServiceUnnamed"/>, <see cref="Refusal.ServiceNameTaken"/> or <see cref="Refusal.CatalogueFull"/>.</returns>
    public Outcome<CatalogueChange> Add(UnitId unit, string? name)
    {
        if (_items.Count >= MostItems) return new Refusal.CatalogueFull(_items.Count, MostItems);
        var named = Named(name, except: null);
        return named.Value is not { } clean ? named.Refusal!
            : new CatalogueChange(CatalogueAct.Added, string.Create(CultureInfo.InvariantCulture, $"{OwnPrefix}{unit.Value}-{_added + 1:000}"), clean, "");
    }

    /// <summary>The same service under a better name; letters filed under it show the new one.</summary>
    /// <returns>Refused like an addition, with <see cref="Refusal.ServiceUnknown"/>, and with <see cref="Refusal.ServiceIsSo"/> where it is called so already.</returns>
    public Outcome<CatalogueChange> Rename(string code, string? name)
    {
        if (Find(code) is not { } item) return new Refusal.ServiceUnknown();
        var named = Named(name, except: code);
        if (named.Value is not { } clean) return named.Refusal!;
        return string.Equals(item.Name, clean, StringComparison.Ordinal) ? new Refusal.ServiceIsSo(item.Name) : new CatalogueChange(CatalogueAct.Renamed, code, clean, item.Name);
    }

    /// <summary>Takes it from those offered, or back among them.</summary>
    /// <returns>Refused with <see cref="Refusal.ServiceUnknown"/>, and with <see cref="Refusal.ServiceIsSo"/> where it stands so already: somebody was first.</returns>
    public Outcome<CatalogueChange> Close(string code, bool isClosed)
    {
        if (Find(code) is not { } item) return new Refusal.ServiceUnknown();
        return item.IsClosed == isClosed ? new Refusal.ServiceIsSo(item.Name) : new CatalogueChange(isClosed ? CatalogueAct.Closed : CatalogueAct.Reopened, code, item.Name, item.Name);
    }

    private Outcome<string> Named(string? typed, string? except)
    {
        if (Clean(typed) is not { } name) return new Refusal.ServiceUnnamed(LongestName);
        var key = KeyOf(name);
        var twin = _items.Find(item => !string.Equals(item.Code, except, StringComparison.Ordinal) && string.Equals(KeyOf(item.Name), key, StringComparison.Ordinal));
        return twin is null ? name : new Refusal.ServiceNameTaken(twin.Name, twin.IsClosed);
    }

    /// <summary>Words compare as the search compares them: whichever letters, signs and blanks, one name.</summary>
    private static string KeyOf(string name) => string.Join(' ', FoldedWords.In(name).Select(word => word.Folded));

    /// <summary>Without what nobody sees, blanks once; none for what cannot be a name.</summary>
    private static string? Clean(string? typed)
    {
        if (typed is null || typed.Length > 4 * LongestName || HasHalfCharacter(typed)) return null;
        var seen = new StringBuilder(typed.Length);
        foreach (var letter in typed.Normalize(NormalizationForm.FormC))
            if (char.IsWhiteSpace(letter)) seen.Append(' ');
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format)) seen.Append(letter);
        var name = string.Join(' ', seen.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= LongestName && KeyOf(name).Length > 0 ? name : null;
    }

    private static bool HasHalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i)) i++;
            else if (char.IsSurrogate(text[i])) return true;
        return false;
    }

    private void Follow(CatalogueChange change)
    {
        if (change.Act == CatalogueAct.Added) _added++;
        Put(new CatalogueItem(change.Code, change.Name, change.Act switch { CatalogueAct.Closed => true, CatalogueAct.Renamed => Find(change.Code)?.IsClosed == true, _ => false }));
    }

    private void Put(CatalogueItem item)
    {
        if (_places.TryAdd(item.Code, _items.Count)) _items.Add(item);
        else _items[_places[item.Code]] = item;
    }
}
