namespace Bimer.Domain.Kernel;

/// <summary>A remark one person types for another (not): without control characters, which one database refuses and the other cuts a text at.</summary>
public static class PlainNote
{
    /// <summary>Trimmed; line breaks become line feeds, tabs stay, other control characters go.</summary>
    public static string Of(string? written) =>
        string.Concat((written ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    /// <summary>The same on one line.</summary>
    public static string LineOf(string? written) => string.Concat(Of(written).Select(c => char.IsControl(c) ? ' ' : c));
}
