namespace Bimer.Blazor.Facts;

/// <summary>Reads one file after the other and refuses what is incomplete or repeated.</summary>
internal sealed class FactShelf(Func<string, TextReader> open)
{
    /// <summary>One record a row; no two rows may share a key; <paramref name="count"/> is how many there must be, if that is fixed.</summary>
    public IReadOnlyList<T> Read<T, TKey>(string file, Func<CsvRow, T> read, Func<T, TKey> key, int? count)
    {
        var seen = new HashSet<TKey>();
        List<T> facts = [];
        foreach (var row in Rows(file))
        {
            var fact = read(row);
            if (!seen.Add(key(fact))) throw row.Wrong($"'{key(fact)}' appears twice");
            facts.Add(fact);
        }

        return Counted(file, facts, count);
    }

    /// <summary>One record for each run of rows that tell the same; a key that comes back with another record is refused.</summary>
    public IReadOnlyList<T> ReadGroups<T, TKey>(string file, Func<CsvRow, T> read, Func<T, TKey> key, int count)
        where TKey : notnull
    {
        var known = new Dictionary<TKey, T>();
        List<T> facts = [];
        foreach (var row in Rows(file))
        {
            var fact = read(row);
            if (known.TryAdd(key(fact), fact)) facts.Add(fact);
            else if (!EqualityComparer<T>.Default.Equals(known[key(fact)], fact)) throw row.Wrong($"'{key(fact)}' is told in two ways");
        }

        return Counted(file, facts, count);
    }

    private static List<T> Counted<T>(string file, List<T> facts, int? count)
    {
        if (facts.Count == 0) throw new FactFileException(file, 0, "the file has no rows");
        if (count is { } expected && facts.Count != expected)
            throw new FactFileException(file, 0, $"{expected} were expected, {facts.Count} found");
        return facts;
    }

    private IReadOnlyList<CsvRow> Rows(string file)
    {
        using var text = open(file);
        return CsvReader.Read(text, file);
    }
}
