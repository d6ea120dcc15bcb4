namespace Bimer.Blazor.Shell.Frame;

/// <param name="Key">Stable name of the box: counters and hidden entries refer to it.</param>
/// <param name="InBottomBar">Also in the bar at the bottom of a phone.</param>
public sealed record MenuEntry(string Key, string Href, string Icon, bool InBottomBar = false)
{
    public string Word => "Menu" + Key;

    /// <summary>The shorter word under an icon of the bottom bar.</summary>
    public string ShortWord => "Bottom" + Key;
}

public sealed record MenuSection(string Key, IReadOnlyList<MenuEntry> Entries)
{
    public string Word => "Section" + Key;
}

/// <summary>The menu under the exact headings of the slides (S20, S21, S49).</summary>
public static class MenuTable
{
    /// <summary>Above all headings: the way back to the desk.</summary>
    public static readonly MenuEntry Desk = new("Desk", Addresses.Home, "home");

    public static readonly IReadOnlyList<MenuSection> Sections =
    [
        new("Register",
        [
            new("RegisterLetter", Addresses.RegisterLetter, "mail"),
            new("RegisterFax", Addresses.RegisterFax, "print"),
            new("RegisterEmail", Addresses.RegisterEmail, "globe"),
            new("RegisterPhone", Addresses.RegisterPhone, "phone"),
            new("RegisterInPerson", Addresses.RegisterInPerson, "user"),
        ]),
        new("Mine",
        [
            new("MyInbox", Addresses.MyInbox, "inbox", InBottomBar: true),
            new("OnHold", Addresses.OnHold, "pause"),
            new("Replied", Addresses.Replied, "check"),
            new("Forwarded", Addresses.Forwarded, "send"),
            new("Returned", Addresses.Returned, "undo"),
            new("Submitted", Addresses.Submitted, "clock"),
            new("SentBack", Addresses.SentBack, "back"),
            new("Followed", Addresses.Followed, "star"),
        ]),
        new("Unit", [new("UnitInbox", Addresses.UnitInbox, "building", InBottomBar: true), new("Below", Addresses.Below, "users")]),
        new("Approval", [new("Approvals", Addresses.Approvals, "pen", InBottomBar: true), new("Bundles", Addresses.Bundles, "copy")]),
        new("Tools",
        [
            new("Search", Addresses.Search, "search"),
            new("Uncertain", Addresses.Uncertain, "mail"),
            new("VerifyPrint", Addresses.VerifyPrint, "shield"),
            new("Templates", Addresses.Templates, "quote"),
            new("Catalogue", Addresses.Catalogue, "archive"),
            new("Holidays", Addresses.Holidays, "calendar"),
            new("Alarms", Addresses.Alarms, "alarm"),
            new("InformationYear", Addresses.InformationYear, "chart"),
            new("Reports", Addresses.Reports, "chart"),
        ]),
    ];

    public static readonly IReadOnlyList<MenuEntry> BottomBar = [.. Sections.SelectMany(s => s.Entries).Where(e => e.InBottomBar)];
}
