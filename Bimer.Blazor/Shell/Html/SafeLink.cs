namespace Bimer.Blazor.Shell.Html;

/// <summary>A link people may follow: to a page or a mailbox, readable as it stands, hiding nothing before an "@".</summary>
internal static class SafeLink
{
    private const int MaxLength = 2_000;

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <returns>The link as it will be written, or null.</returns>
    public static string? Of(string? href)
    {
        var link = href?.Trim();
        if (string.IsNullOrEmpty(link) || link.Length > MaxLength || link.Any(IsForbidden)) return null;

        // The scheme is read off the letters themselves: what a lenient parser makes of the rest does not matter.
        var colon = link.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Schemes.Contains(link[..colon], StringComparer.OrdinalIgnoreCase)) return null;
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri)) return null;
        if (string.Equals(uri.Scheme, "mailto", StringComparison.Ordinal)) return link;
        return uri.Host.Length > 0 && uri.UserInfo.Length == 0 && link[colon..].StartsWith("://", StringComparison.Ordinal) ? link : null;
    }

    private static bool IsForbidden(char letter) =>
        char.IsControl(letter) || char.IsWhiteSpace(letter) || char.IsSurrogate(letter) || letter is '\\' or '<' or '>' or '"' or '\'' or '`' or '{' or '}'   // a place the system fills is no part of an address: a name would leave with it
       
        || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;
}
