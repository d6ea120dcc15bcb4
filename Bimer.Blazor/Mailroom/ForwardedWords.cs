using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence.Intake;

namespace Bimer.Blazor.Mailroom;

/// <summary>
/// The texts of a mail, one below the other. A mail within it stands between two lines and says who wrote it, when and about what: the words of
/// somebody else are not the petitioner's.
/// </summary>
internal static class ForwardedWords
{
    public static string Join(IEnumerable<MimeText> texts, Func<MimeText, string> plain) =>
        string.Join("\n\n", texts.Select(text => text.IsWords ? plain(text) : text.Forwarded is { } envelope ? HeadOf(envelope) : ForwardedMail.End).Where(part => part.Length > 0));

    private static string HeadOf(MimeEnvelope mail)
    {
        var from = string.Join(' ', new[] { mail.From.Name, mail.From.Address is { Length: > 0 } address ? $"<{address}>" : "" }.Where(part => part.Length > 0));
        (string Called, string Said)[] lines = [(ForwardedMail.From, from), ("Tarih: ", mail.Date), ("Konu: ", mail.Subject)];
        return string.Join('\n', lines.Where(line => line.Said.Length > 0).Select(line => line.Called + line.Said).Prepend(ForwardedMail.Begin));
    }
}
