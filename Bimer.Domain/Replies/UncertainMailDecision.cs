namespace Bimer.Domain.Replies;

/// <summary>What a person decides about a mail of which nobody knows whether the server took it (belirsiz).</summary>
public enum UncertainMailDecision
{
    /// <summary>Gönderildi say: somebody looked, at the server or with the citizen, and it is there.</summary>
    CountAsSent = 1,

    /// <summary>Tekrar gönder: under the same Message-ID; the citizen may get it twice.</summary>
    SendAgain = 2,
}
