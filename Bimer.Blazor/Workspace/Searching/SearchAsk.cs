using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>What the address of a search says; all of it, so that back, reload and a shared link find it again.</summary>
public sealed record SearchAsk(string Text, SearchOrder Order, int Rows)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 20;

    private const string Best = "uygun";

    public static SearchAsk Of(string? text, string? order, string? rows) => new(
        text?.Trim() ?? "", string.Equals(order, Best, StringComparison.Ordinal) ? SearchOrder.Best : SearchOrder.Newest,
        int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, PageSize, CaseSearchQuery.Most) : PageSize);

    public string Address
    {
        get
        {
            var said = new Dictionary<string, string?>(StringComparer.Ordinal);
            if (Text.Length > 0) said["q"] = Text;
            if (Order == SearchOrder.Best) said["sira"] = Best;
            if (Rows > PageSize) said["satir"] = Rows.ToString(CultureInfo.InvariantCulture);
            return QueryHelpers.AddQueryString(Addresses.Search, said);
        }
    }

    /// <summary>The same with one page more.</summary>
    public SearchAsk More => this with { Rows = Math.Min(Rows + PageSize, CaseSearchQuery.Most) };
}
