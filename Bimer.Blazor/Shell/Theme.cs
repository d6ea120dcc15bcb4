namespace Bimer.Blazor.Shell;

/// <summary>The colours a person chose; without a choice the system decides. Rendered by the server, so no page flashes.</summary>
public sealed record Theme(string Name)
{
    public const string Cookie = "bimer-tema";
    public static readonly Theme System = new("auto");
    public static readonly IReadOnlyList<Theme> All = [new("light"), new("dark"), System];

    /// <summary>Value of <c>data-theme</c>; null leaves the attribute out.</summary>
    public string? Attribute => this == System ? null : Name;

    public static Theme From(string? cookie) => All.FirstOrDefault(t => string.Equals(t.Name, cookie, StringComparison.Ordinal)) ?? System;
}
