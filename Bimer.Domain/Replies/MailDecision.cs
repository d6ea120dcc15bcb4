namespace Bimer.Domain.Replies;

/// <summary>What a person decides about a mail that did not arrive (iletilemedi, geri döndü), or of which nobody knows whether it did (belirsiz).</summary>
public enum MailDecision
{
    /// <summary>Gönderildi say: somebody looked, at the server or with the citizen, and it is there.</summary>
    CountAsSent = 1,

    /// <summary>Tekrar gönder: under the same Message-ID; the citizen may get it twice.</summary>
    SendAgain = 2,

    /// <summary>Postalandı: the letter was printed and went by post; nothing more is sent.</summary>
    Posted = 3,

    /// <summary>Postalanmadı: it was said too early; the mail waits again as it did.</summary>
    NotPosted = 4,
}
