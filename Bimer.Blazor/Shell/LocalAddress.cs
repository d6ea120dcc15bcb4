namespace Bimer.Blazor.Shell;

/// <summary>An address of our own site that came from outside (<c>donus</c>): nobody is sent to another host after signing in.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, else the fallback.</summary>
    public static string Of(string? address, string fallback) => IsLocal(address) ? address! : fallback;

    // "//host" and "/\host" are addresses of another host for a browser, and tabs or line ends between the slashes are skipped by it.
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
