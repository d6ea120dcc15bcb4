using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>
/// The way back (<c>donus</c>): from a desk to the case it was opened from, from a case to the list, and once the work is done straight to
/// the list. It lies in the address, so that it outlives a reload and a new tab; it only ever leads to pages of our own.
/// </summary>
public static class WayBack
{
    // Case → desk → case → desk: a way that comes back to itself is not carried on for ever.
    private const int Longest = 512;

    /// <summary>The address with the page of now as its way back.</summary>
    public static string From(this string address, NavigationManager navigation)
    {
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        return QueryHelpers.AddQueryString(address, Addresses.CameFrom, here.Length <= Longest ? here : ListBehind(here, Addresses.Home));
    }

    /// <summary>Where the work is laid down unfinished: exactly where one came from.</summary>
    public static string Of(string? cameFrom, string fallback) => LocalAddress.Of(cameFrom, fallback);

    /// <summary>Where the work is done: the list with its filter, without the case that is no longer open beside it.</summary>
    public static string ListBehind(string? cameFrom, string fallback)
    {
        var address = LocalAddress.Of(cameFrom, fallback);
        while (IsOfACase(address)) address = LocalAddress.Of(QueryOf(address).GetValueOrDefault(Addresses.CameFrom), fallback);
        var kept = QueryOf(address);
        kept.Remove(Addresses.Beside);
        return QueryHelpers.AddQueryString(address.Split('?')[0], kept);
    }

    private static bool IsOfACase(string address) =>
        address.StartsWith(Addresses.Case(""), StringComparison.Ordinal) || address.StartsWith(Addresses.Approval(""), StringComparison.Ordinal);

    private static Dictionary<string, string?> QueryOf(string address) =>
        address.IndexOf('?', StringComparison.Ordinal) is var at and >= 0
            ? QueryHelpers.ParseQuery(address[at..]).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal)
            : new(StringComparer.Ordinal);
}
