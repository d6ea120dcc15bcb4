namespace Bimer.Blazor.Operations;

/// <summary>Looks at the settings as they were written, before anybody reads them: unknown names, unreadable values, placeholders.</summary>
internal static class SettingsReading
{
    private const int Slip = 3;

    /// <summary>
    /// What is wrong with the writing. An unreadable value is replaced by its default afterwards, so that the rooms can go on to
    /// judge the rest and one list holds everything; a program with a problem never starts.
    /// </summary>
    public static IReadOnlyList<string> ProblemsOf(IConfiguration configuration, bool placeholdersCount)
    {
        List<string> problems = [.. from pair in configuration.GetSection(SettingsList.Root).AsEnumerable().OrderBy(p => p.Key, StringComparer.Ordinal)
                                    where pair.Value is not null
                                    let problem = ProblemOf(pair.Key, pair.Value!)
                                    where problem is not null
                                    select problem];
        if (placeholdersCount) problems.AddRange(Placeholders.Among(configuration));
        if (configuration.GetValue<string>("ForwardedHeaders_Enabled") is { } trusting && bool.TryParse(trusting, out var all) && all)
            problems.Add("ForwardedHeaders_Enabled believes every visitor who claims to be a proxy. Remove it and name the proxies in Bimer:Proxies.");
        foreach (var setting in SettingsList.All.Values.Where(s => configuration[s.Key] is { } text && !s.Reads(text))) configuration[setting.Key] = setting.DefaultText;
        return problems;
    }

    private static string? ProblemOf(string key, string value)
    {
        if (SettingsList.All.TryGetValue(key, out var setting)) return setting.Reads(value) ? null : $"{setting.Key} is '{value}'; it must be {setting.Form}.";
        if (SettingsList.Lists.Any(list => IsEntryOf(list, key))) return null;
        if (SettingsList.All.Keys.Any(known => known.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)) && value.Length == 0) return null;
        var meant = SettingsList.All.Keys.Concat(SettingsList.Lists).MinBy(known => Distance(known, key))!;
        return Distance(meant, key) <= Slip ? $"{key} is not a setting. Is {meant} meant?" : $"{key} is not a setting.";
    }

    private static bool IsEntryOf(string list, string key) =>
        string.Equals(list, key, StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith(list + ":", StringComparison.OrdinalIgnoreCase) && key[(list.Length + 1)..].All(char.IsAsciiDigit));

    // Letters to put in, take out or change until one word is the other.
    private static int Distance(string one, string other)
    {
        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
