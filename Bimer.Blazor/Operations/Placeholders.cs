using System.Data.Common;

namespace Bimer.Blazor.Operations;

/// <summary>
/// Values somebody copied and forgot to replace: what stands in <c>appsettings.example.json</c>, words everybody tries first, and
/// the demo's password, which is printed in the readme.
/// </summary>
internal static class Placeholders
{
    private static readonly string[] Marks = ["CHANGE-ME", "CHANGEME", "DEĞİŞTİR", "PLACEHOLDER", "TODO", "***", "…"];
    private static readonly string[] ReservedNames = ["example", "example.com", "example.org", "example.net"];   // RFC 2606: nobody's
    private static readonly string[] Secrets = ["Bimer:Smtp:Password", "Bimer:Sms:Secret", "Bimer:Database:ConnectionString"];
    private static readonly string[] FirstGuesses = ["password", "parola", "sifre", "şifre", "secret", "gizli", "admin", "123456", "12345678", "Bimer-Deneme-2026"];

    /// <summary>The problems, without the values: one of them may be the secret.</summary>
    public static IEnumerable<string> Among(IConfiguration configuration) =>
        from pair in configuration.GetSection(SettingsList.Root).AsEnumerable().Append(new("AllowedHosts", configuration["AllowedHosts"])).OrderBy(p => p.Key, StringComparer.Ordinal)
        where pair.Value is { Length: > 0 } && (HasMark(pair.Value) || NamesNobody(pair.Value) || IsFirstGuess(pair.Key, pair.Value))
        select $"{pair.Key} still holds a placeholder. Put the institution's own value there.";

    private static bool HasMark(string value) =>
        Marks.Any(mark => value.Contains(mark, StringComparison.OrdinalIgnoreCase)) || value is ['<', .., '>'];

    private static bool NamesNobody(string value) =>
        value.Split(['/', '@', ':', ';', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(part => ReservedNames.Any(name =>
                part.EndsWith("." + name, StringComparison.OrdinalIgnoreCase) || string.Equals(part, name, StringComparison.OrdinalIgnoreCase)));

    private static bool IsFirstGuess(string key, string value) =>
        Secrets.Contains(key, StringComparer.OrdinalIgnoreCase) && FirstGuesses.Contains(SecretOf(value), StringComparer.OrdinalIgnoreCase);

    private static string SecretOf(string value)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = value };
            return parts.TryGetValue("Password", out var password) || parts.TryGetValue("Pwd", out password) ? password.ToString()! : value;
        }
        catch (ArgumentException)
        {
            return value;   // not a connection string: the value is the secret
        }
    }
}
