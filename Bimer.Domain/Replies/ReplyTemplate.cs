using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>
/// An answer somebody wrote once for many (cevap şablonu, matbu yazı, S46). It has versions; of a shared one an approver puts a version into use,
/// never the one who wrote it. Until then the one before stays in use.
/// </summary>
public sealed class ReplyTemplate
{
    /// <summary>Longest name, longest short word and longest note, in UTF-16 units, inclusive.</summary>
    public const int LongestName = 80, LongestShortcut = 24, LongestNote = 500;

    /// <summary>Longest text, in UTF-16 units of HTML, inclusive.</summary>
    public const int LongestHtml = 20_000;

    /// <summary>Most templates in use at one home, and most wordings of one template, both inclusive: what nobody clears away nobody finds anything in.</summary>
    public const int MostAtHome = 100, MostWordings = 100;

    private readonly List<TemplateWording> _wordings = [];

    private ReplyTemplate() { }

    public ReplyTemplateId Id { get; private set; }

    public TemplateScope Scope { get; private set; }

    /// <summary>See <see cref="TemplateHome.Unit"/>.</summary>
    public UnitId? Unit { get; private set; }

    public TemplateHome Home => new(Scope, Unit);

    /// <summary>Who wrote it first; of a personal one, whose it is.</summary>
    public UserId Keeper { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What is typed after "::" to get it; empty for none.</summary>
    public string Shortcut { get; private set; } = "";

    /// <summary>See <see cref="ShortcutKeyOf"/>: of two templates of one home that ask for the same short word at once, the second save loses. None without one, and once retired.</summary>
    public string? ShortcutKey { get; private set; }

    /// <summary>Since when nobody is offered it any more; none while it is.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Raised by every change; of two who change it at once the second save loses.</summary>
    public int Revision { get; private set; }

    /// <summary>All versions, as far as they are loaded, in their order.</summary>
    public IReadOnlyList<TemplateWording> Wordings => _wordings;

    /// <summary>What is offered to those who write; none before the first decision and after it was retired.</summary>
    public TemplateWording? InUse => RetiredAt is null ? _wordings.Find(w => w.State == WordingState.InUse) : null;

    /// <summary>What waits for an approver.</summary>
    public TemplateWording? Proposed => _wordings.Find(w => w.State == WordingState.Proposed);

    /// <summary>What its next writer goes on with: what waits, what was declined last, or what is in use.</summary>
    public TemplateWording? Newest => _wordings.FindLast(w => w.State != WordingState.Replaced);

    /// <summary>What may stand once: the home and the short word as people compare words, where "SU" is "su" (<see cref="TurkishFold"/>); none for no short word.</summary>
    public static string? ShortcutKeyOf(TemplateHome home, UserId keeper, string shortcut) => shortcut.Length == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(int)home.Scope}:{home.Unit?.Value ?? keeper.Value}:{TurkishFold.Of(shortcut)}");

    /// <summary>A new template with its first wording.</summary>
    /// <returns>Refused: <see cref="Refusal.NotYourTemplate"/>, and what <see cref="TemplateText.WhyNot"/> says.</returns>
    public static Outcome<ReplyTemplate> Write(ReplyTemplateId id, TemplateHome home, TemplateText text, TemplateReach reach, DateTimeOffset now)
    {
        if (!reach.Writes(home, reach.Person)) return new Refusal.NotYourTemplate();
        if (text.WhyNot() is { } refusal) return refusal;
        var template = new ReplyTemplate { Id = id, Scope = home.Scope, Unit = home.Unit, Keeper = reach.Person };
        template.Add(text, reach.Person, now);
        return template;
    }

    /// <summary>Another wording, another name, or both. The same text again is another version: somebody has read it again.</summary>
    /// <param name="buildsOn">The version its writer began from: what a colleague put forward since is not replaced unread.</param>
    /// <returns>
    /// Refused: <see cref="Refusal.NotYourTemplate"/>, <see cref="Refusal.TemplateRetired"/>, <see cref="Refusal.TemplateMovedOn"/>,
    /// <see cref="Refusal.TemplateWordingsFull"/>, and what <see cref="TemplateText.WhyNot"/> says.
    /// </returns>
    public Outcome Rewrite(TemplateText text, int buildsOn, TemplateReach reach, DateTimeOffset now)
    {
        if (!reach.Writes(Home, Keeper)) return new Refusal.NotYourTemplate();
        if (RetiredAt is not null) return new Refusal.TemplateRetired();
        if (text.WhyNot() is { } refusal) return refusal;
        if (_wordings.FindLast(w => w.IsOpen && w.Version > buildsOn) is { } later) return new Refusal.TemplateMovedOn(later.Version, later.WrittenBy, later.WrittenAt);
        if (_wordings.Count >= MostWordings) return new Refusal.TemplateWordingsFull(_wordings.Count, MostWordings);
        Add(text, reach.Person, now);
        return Outcome.Accepted;
    }

    /// <summary>Puts the wording that waits into use, or declines it.</summary>
    /// <param name="readHash">Of the text that was on the screen.</param>
    /// <param name="note">Why not; none puts it into use.</param>
    /// <returns>Refused: <see cref="Refusal.NotYoursToApproveTemplate"/>, <see cref="Refusal.AuthorIsApprover"/>, <see cref="Refusal.TemplateChanged"/>, <see cref="Refusal.TemplateNoteMissing"/>.</returns>
    public Outcome Decide(string readHash, string? note, TemplateReach reach, DateTimeOffset now)
    {
        if (!reach.Signs(Home)) return new Refusal.NotYoursToApproveTemplate();
        if (Proposed is not { } proposed || RetiredAt is not null) return new Refusal.TemplateChanged();
        // Also where a colleague put forward the very same words: they stay whose they are.
        if (_wordings.Exists(w => w.WrittenBy == reach.Person && string.Equals(w.ContentHash, proposed.ContentHash, StringComparison.Ordinal))) return new Refusal.AuthorIsApprover();
        if (!string.Equals(proposed.ContentHash, readHash, StringComparison.Ordinal)) return new Refusal.TemplateChanged();
        if (note is not null && (note = PlainNote.Of(note)).Length == 0) return new Refusal.TemplateNoteMissing();
        if (note is { Length: > LongestNote }) return new Refusal.TextTooLong(note.Length, LongestNote);
        if (note is null) PutIntoUse(proposed, reach.Person, now);
        else proposed.Decide(WordingState.Declined, reach.Person, now, note);
        Revision++;
        return Outcome.Accepted;
    }

    /// <summary>Takes it from those who write; letters keep naming it. Who approves here may, and who keeps it.</summary>
    /// <returns>Refused: <see cref="Refusal.NotYourTemplate"/>. What is retired already stays so.</returns>
    public Outcome Retire(TemplateReach reach, DateTimeOffset now)
    {
        if (!reach.Signs(Home) && Keeper != reach.Person) return new Refusal.NotYourTemplate();
        (RetiredAt, ShortcutKey, Revision) = (RetiredAt ?? now, null, Revision + 1);
        return Outcome.Accepted;
    }

    private void Add(TemplateText text, UserId by, DateTimeOffset now)
    {
        Proposed?.GiveWay();
        var wording = new TemplateWording(Id, _wordings.Select(w => w.Version).DefaultIfEmpty().Max() + 1, text, by, now);
        _wordings.Add(wording);
        Revision++;
        if (InUse is null) BeCalledLike(wording);   // nobody is offered it yet
        if (Scope == TemplateScope.Person) PutIntoUse(wording, by, now);
    }

    private void PutIntoUse(TemplateWording wording, UserId by, DateTimeOffset now)
    {
        _wordings.Find(w => w.State == WordingState.InUse)?.GiveWay();
        wording.Decide(WordingState.InUse, by, now, note: null);
        BeCalledLike(wording);
    }

    private void BeCalledLike(TemplateWording wording) =>
        (Name, Shortcut, ShortcutKey) = (wording.Name, wording.Shortcut, ShortcutKeyOf(Home, Keeper, wording.Shortcut));
}
