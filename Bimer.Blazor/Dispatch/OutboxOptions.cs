using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Dispatch;

/// <summary>How the courier works, section <c>Bimer:Outbox</c>.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Bimer:Outbox";

    /// <summary>The right side of every Message-ID. Left out: the domain of <c>Bimer:Smtp:FromAddress</c>.</summary>
    public string MessageIdDomain { get; set; } = "";

    /// <summary>The domain bounces go to, each under an address of its own. Left out, in Development: mail leaves without a return path.</summary>
    public string BounceDomain { get; set; } = "";

    /// <summary>How often the queue is looked at without being woken: for retries that fall due and for other nodes' messages.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a courier that fell silent keeps a message; renewed at a third of it while the conversation lasts.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The pause after the first failed attempt; each further one doubles it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After so many a message that was never taken is called undeliverable and a person decides; eighty are about three days.</summary>
    [Range(1, 10_000)]
    public int MostAttempts { get; set; } = 80;

    /// <summary>Conversations with the mail server at one time.</summary>
    [Range(1, 32)]
    public int MailLanes { get; set; } = 4;

    /// <summary>Conversations with the short message operator at one time; apart, so that a hanging mail server does not delay them.</summary>
    [Range(1, 32)]
    public int SmsLanes { get; set; } = 2;
}
