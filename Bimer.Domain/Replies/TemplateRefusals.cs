namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Templates are written where one works; what one may not see is answered alike.</summary>
    public sealed record NotYourTemplate : Refusal;

    /// <summary>A shared wording is put into use by an approver of its unit or of one above.</summary>
    public sealed record NotYoursToApproveTemplate : Refusal;

    /// <summary>Nothing waits, or not the text that was on the screen.</summary>
    public sealed record TemplateChanged : Refusal;

    /// <summary>Who declines a wording says why.</summary>
    public sealed record TemplateNoteMissing : Refusal;

    /// <summary>It was taken from use meanwhile.</summary>
    public sealed record TemplateRetired : Refusal;

    /// <summary>A template is found by its name.</summary>
    /// <param name="Longest">In UTF-16 units, inclusive.</param>
    public sealed record TemplateNameMissing(int Longest) : Refusal;

    /// <summary>What is typed after "::" is one word.</summary>
    /// <param name="Longest">In UTF-16 units, inclusive.</param>
    public sealed record TemplateShortcutUnfit(int Longest) : Refusal;

    /// <summary>Another template of the same home is typed by it already.</summary>
    /// <param name="By">What that template is called.</param>
    public sealed record TemplateShortcutTaken(string Shortcut, string By) : Refusal;

    /// <summary>A wording its writer did not begin from waits for an approver, or came into use since.</summary>
    /// <param name="Version">Of the later wording.</param>
    /// <param name="By">Who wrote it.</param>
    public sealed record TemplateMovedOn(int Version, UserId By, DateTimeOffset At) : Refusal;

    /// <summary>At this home there are as many templates in use as one still reads through.</summary>
    public sealed record TemplateHomeFull(int Count, int Most) : Refusal;

    /// <summary>The template was written anew as often as it may be.</summary>
    public sealed record TemplateWordingsFull(int Count, int Most) : Refusal;

    /// <summary>Nothing but places, or nothing at all.</summary>
    public sealed record TemplateTextMissing : Refusal;

    /// <summary>Something in braces that the system does not fill.</summary>
    /// <param name="Written">As it stands in the text, cut to some forty signs.</param>
    public sealed record UnknownMergeField(string Written) : Refusal;

    /// <summary>Only who manages or coordinates BİMER Merkezi notes that a law has changed.</summary>
    public sealed record NotYoursToNoteLaws : Refusal;

    /// <summary>A law is named by its number, and its change by a day that has come.</summary>
    public sealed record LawChangeUnfit : Refusal;
}
