namespace Bimer.Blazor.Security.SigningIn;

/// <summary>"Chrome, Windows" out of a User-Agent. Product names alone, which are the same in every language; no version, no address.</summary>
internal static class DeviceWords
{
    // Order matters: Edge and Opera also call themselves Chrome, Chrome also calls itself Safari, Android also calls itself Linux.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Macintosh", "macOS"), ("Pardus", "Pardus"), ("Linux", "Linux")];

    /// <summary>Empty where nothing is recognised.</summary>
    public static string Of(string userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.Where(name => name is not null));

    private static string? Find((string Mark, string Name)[] table, string userAgent) =>
        table.FirstOrDefault(entry => userAgent.Contains(entry.Mark, StringComparison.Ordinal)).Name;
}
