namespace Bimer.Domain.Cases;

/// <summary>What comes to the topics of a case and what goes (konu değişikliği): codes of subtopics, each once.</summary>
public sealed record TopicChange(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    /// <summary>Everything stays.</summary>
    public static readonly TopicChange None = new([], []);

    /// <summary>The way back (Vazgeç). No property: a draft of a desk keeps a change with all it has.</summary>
    public TopicChange Back() => new(Removed, Added);

    public bool IsNone => Added.Count + Removed.Count == 0;

    /// <summary>What leads from one list to the other; the order alone is no change.</summary>
    public static TopicChange Between(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        new([.. after.Except(before, StringComparer.Ordinal)], [.. before.Except(after, StringComparer.Ordinal)]);

    /// <summary>Reads what <see cref="ToString"/> wrote; nothing where it is not of that form.</summary>
    public static TopicChange Parse(string? written)
    {
        var parts = (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. parts.Where(p => p[0] == '+').Select(p => p[1..])], [.. parts.Where(p => p[0] == '-').Select(p => p[1..])]);
    }

    /// <summary>The list after this change; what is added stands behind what was there.</summary>
    public IReadOnlyList<string> Of(IReadOnlyList<string> codes) =>
        [.. codes.Except(Removed, StringComparer.Ordinal).Concat(Added).Distinct(StringComparer.Ordinal)];

    /// <summary>As it is kept with the movement: "+1203 -0401".</summary>
    public override string ToString() => string.Join(' ', Added.Select(code => "+" + code).Concat(Removed.Select(code => "-" + code)));
}
