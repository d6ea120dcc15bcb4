using System.Security.Cryptography;
using System.Text;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>How far a wording has come. Stored as numbers: never renumber.</summary>
public enum WordingState
{
    /// <summary>Onay bekliyor: an approver has not decided yet.</summary>
    Proposed = 1,

    /// <summary>Kullanımda: what is offered to those who write.</summary>
    InUse = 2,

    /// <summary>Geri çevrildi, with a note.</summary>
    Declined = 3,

    /// <summary>Eski sürüm: a later wording took its place, or its writer proposed another one first.</summary>
    Replaced = 4,
}

/// <summary>One version of a template's text (sürüm). Its words never change; another text is another version.</summary>
public sealed class TemplateWording
{
    private TemplateWording() { }

    internal TemplateWording(ReplyTemplateId template, int version, TemplateText text, UserId by, DateTimeOffset now)
    {
        (Template, Version, Html, WrittenBy, WrittenAt, State) = (template, version, text.Html, by, now, WordingState.Proposed);
        (Name, Shortcut) = (text.Name.Trim(), text.Shortcut.Trim());
    }

    public ReplyTemplateId Template { get; private set; }

    /// <summary>From 1.</summary>
    public int Version { get; private set; }

    /// <summary>What the template is called with this wording; counts once it is in use.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What is typed after "::" for it; empty for none.</summary>
    public string Shortcut { get; private set; } = "";

    /// <summary>Cleaned HTML with its places in braces.</summary>
    public string Html { get; private set; } = "";

    public UserId WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public WordingState State { get; private set; }

    /// <summary>Who put it into use or declined it; the keeper of a personal one. None while nobody has.</summary>
    public UserId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was declined; none otherwise.</summary>
    public string? Note { get; private set; }

    /// <summary>SHA-256 of name, short word and text, lower-case hex: a decision names what was read.</summary>
    public string ContentHash => HashOf(Name, Shortcut, Html);

    /// <inheritdoc cref="ContentHash"/>
    public static string HashOf(string name, string shortcut, string html) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', name, shortcut, html))));

    /// <summary>Waits, or is what is offered now.</summary>
    internal bool IsOpen => State is WordingState.Proposed or WordingState.InUse;

    internal void Decide(WordingState state, UserId by, DateTimeOffset now, string? note) => (State, DecidedBy, DecidedAt, Note) = (state, by, now, note);

    internal void GiveWay() => State = WordingState.Replaced;
}
