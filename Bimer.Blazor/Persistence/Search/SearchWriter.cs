using System.Net;
using System.Text.RegularExpressions;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// Says what of a case may be found: its number, text and topics; while the applicant is not hidden also the names of files and the answers
/// that left. The vault is not asked: no identity, hidden or open, ever comes here. Of a text whose applicant is hidden no number and no
/// address of mail is kept; a name in it is a word like others, found by who may read the text.
/// </summary>
public sealed partial class SearchWriter(SearchScope scope, TopicDirectory topics)
{
    private const int MostWords = 8_000;

    /// <param name="files">The applicant's own and those of its letters.</param>
    public KnownWords Of(CaseFile caseFile, string text, IEnumerable<Attachment> files) => new()
    {
        CaseId = caseFile.Id,
        Words = WordsOf(caseFile, text, files),
        Scope = scope.Of(caseFile.Routings, caseFile.Replies),
    };

    public string WordsOf(CaseFile caseFile, string text, IEnumerable<Attachment> files)
    {
        var open = caseFile.Concealment == IdentityConcealment.None;
        return Join(
        [
            new CaseNumber(caseFile.Id).ToString(), open ? text : Details().Replace(text, " "), .. caseFile.Topics.Select(topic => TopicOf(topic.Code)),
            .. open ? files.Select(file => file.Name) : [],
            .. open ? caseFile.Replies.Where(reply => reply.Status == ReplyStatus.Approved).Select(reply => $"{TextOf(reply.Html)} {reply.InadmissibilityGround}") : [],
        ]);
    }

    public string ScopeOf(IEnumerable<Routing> routings, IEnumerable<Reply> replies) => scope.Of(routings, replies);

    /// <summary>A topic as it is searched: both its names.</summary>
    public string TopicOf(string code) => topics.Find(code) is { } topic ? $"{topic.Topic} {topic.Name}" : "";

    /// <summary>What a reader sees of a letter; parts of it never grow together into one word.</summary>
    public static string TextOf(string html) => WebUtility.HtmlDecode(Tags().Replace(html, " "));

    /// <summary>Each word of these texts once, in the letters an index keeps; of more words than anybody writes at once the first.</summary>
    public static string Join(IEnumerable<string> texts) =>
        string.Join(' ', texts.SelectMany(FoldedWords.In).Select(word => word.Folded).Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal).Take(MostWords).Select(IndexKey.Of));

    // Of a hidden applicant's own words: numbers of persons and telephones, however they are parted, and addresses of mail.
    [GeneratedRegex(@"\S*[@0-9]\S*", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Details();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
