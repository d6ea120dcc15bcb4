using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Vault;

/// <summary>
/// Which lines of a letter identify an applicant who is hidden. The seal is opened and compared here; what comes out are the writer's own
/// lines, never what they were compared with.
/// </summary>
public sealed class ApplicantTraces(IdentityVault vault)
{
    private const int LeastOfName = 3, LeastOfAddress = 3, NumberOfPhone = 10;

    private static readonly string[] _titles = ["sayin", "sn", "bay", "bayan"];

    /// <returns>Nothing where the applicant is not hidden: a letter to somebody who gave their name may call them by it.</returns>
    public async Task<IReadOnlyList<string>> NamingAsync(BimerDbContext db, CaseId id, IReadOnlyList<string> lines, CancellationToken ct)
    {
        var record = await db.Cases.AsNoTracking().Where(c => c.Id == id && c.Concealment != IdentityConcealment.None)
            .Join(db.SealedIdentities, c => c.Applicant, s => s.Ref, (c, s) => s).SingleOrDefaultAsync(ct);
        return record is null ? [] : LinesNaming(vault.Open(record), lines);
    }

    /// <summary>The same of anybody's case: for words that are taken over into another's letter.</summary>
    public async Task<IReadOnlyList<string>> TellingAsync(BimerDbContext db, CaseId id, IReadOnlyList<string> lines, CancellationToken ct)
    {
        var record = await db.Cases.AsNoTracking().Where(c => c.Id == id).Join(db.SealedIdentities, c => c.Applicant, s => s.Ref, (c, s) => s).SingleOrDefaultAsync(ct);
        return record is null ? [] : LinesNaming(vault.Open(record), lines);
    }

    // A name that is broken over two lines is a name all the same, and takes both with it.
    private static List<string> LinesNaming(ApplicantIdentity identity, IReadOnlyList<string> lines) => [.. lines.Where((line, i) => Names(identity, line)
        || (i > 0 && IsBroken(identity, lines[i - 1], line)) || (i + 1 < lines.Count && IsBroken(identity, line, lines[i + 1])))];

    private static bool IsBroken(ApplicantIdentity identity, string line, string next) => !Names(identity, line) && !Names(identity, next) && Names(identity, line + " " + next);

    /// <summary>Whether a line says who it is: by the whole name or a title before a part of it, by a number, an address or a mailbox.</summary>
    internal static bool Names(ApplicantIdentity identity, string line)
    {
        List<string> words = [.. FoldedWords.In(line).Select(w => w.Folded)];
        return HasName(identity, words) || HasNumber(identity, DigitsOf(line)) || HasMailbox(identity, line)
            || Phrases(identity).Any(phrase => Stands(phrase, words));
    }

    // A name alone is often a word like any other: iron, brave, spring. Two of them side by side are somebody.
    private static bool HasName(ApplicantIdentity identity, List<string> words)
    {
        var (given, surname) = (WordsOf(identity.GivenName), WordsOf(identity.Surname));
        bool IsGiven(string word) => given.Contains(word, StringComparer.Ordinal);
        bool IsSurname(string word) => surname.Exists(name => string.Equals(word, name, StringComparison.Ordinal) || (name.Length >= LeastOfName && word.StartsWith(name, StringComparison.Ordinal)));
        return words.Zip(words.Skip(1)).Any(pair => (IsGiven(pair.First) && IsSurname(pair.Second)) || (IsSurname(pair.First) && IsGiven(pair.Second))
            || (_titles.Contains(pair.First, StringComparer.Ordinal) && (IsGiven(pair.Second) || IsSurname(pair.Second))));
    }

    private static bool HasNumber(ApplicantIdentity identity, string digits)
    {
        string?[] numbers = [identity.NationalId, LastOf(identity.Mobile), LastOf(identity.Telephone), identity.Entity?.TaxId];
        return numbers.Any(number => number is { Length: >= NumberOfPhone } && digits.Contains(number, StringComparison.Ordinal));
    }

    private static bool HasMailbox(ApplicantIdentity identity, string line) =>
        ((string?[])[identity.Email, identity.Entity?.Email]).Any(mailbox => mailbox is { Length: > 4 } && TurkishFold.Of(line).Contains(TurkishFold.Of(mailbox), StringComparison.Ordinal));

    private static IEnumerable<List<string>> Phrases(ApplicantIdentity identity)
    {
        foreach (var address in (string?[])[identity.ContactAddress, identity.RegisterAddress, identity.Entity?.Address])
            if (WordsOf(address) is { Count: >= LeastOfAddress } words) yield return words;
        if (WordsOf(identity.Entity?.Title) is { Count: >= 2 } title) yield return title;
    }

    private static bool Stands(List<string> phrase, List<string> words) =>
        Enumerable.Range(0, Math.Max(0, words.Count - phrase.Count + 1)).Any(at => phrase.Select((word, i) => words[at + i].StartsWith(word, StringComparison.Ordinal)).All(same => same));

    private static List<string> WordsOf(string? text) => [.. FoldedWords.In(text ?? "").Select(w => w.Folded)];

    private static string? LastOf(string? number) => number is { Length: >= NumberOfPhone } ? number[^NumberOfPhone..] : number;

    /// <summary>The digits of a line, run together over what people put between them; another letter ends a number.</summary>
    private static string DigitsOf(string line) =>
        string.Concat(line.Where(c => !(c is ' ' or '.' or '-' or '(' or ')' or '/' or '\u00A0')).Select(c => char.IsAsciiDigit(c) ? c : '|'));
}
