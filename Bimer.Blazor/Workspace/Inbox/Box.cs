using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>One of the boxes of the menu.</summary>
/// <param name="Key">The key of its menu entry, which also names its words.</param>
/// <param name="State">The state whose rows lie in it; none for the approval box, which holds letters, and for what is followed or lies below, wherever it stands.</param>
public sealed record Box(string Key, string Address, RoutingState? State)
{
    public static readonly Box Unit = new("UnitInbox", Addresses.UnitInbox, RoutingState.Waiting);
    public static readonly Box Mine = new("MyInbox", Addresses.MyInbox, RoutingState.Held);
    public static readonly Box OnHold = new("OnHold", Addresses.OnHold, RoutingState.OnHold);
    public static readonly Box Returned = new("Returned", Addresses.Returned, RoutingState.CameBack);
    public static readonly Box Submitted = new("Submitted", Addresses.Submitted, RoutingState.AwaitingApproval);
    public static readonly Box SentBack = new("SentBack", Addresses.SentBack, RoutingState.InRevision);
    public static readonly Box Replied = new("Replied", Addresses.Replied, RoutingState.Answered);
    public static readonly Box Forwarded = new("Forwarded", Addresses.Forwarded, RoutingState.Forwarded);
    public static readonly Box Followed = new("Followed", Addresses.Followed, null);
    public static readonly Box Below = new("Below", Addresses.Below, null);
    public static readonly Box Approvals = new("Approvals", Addresses.Approvals, null);

    /// <summary>What is settled, and what is only watched, comes backwards: the latest first.</summary>
    public bool IsSettled => State >= RoutingState.Answered || this == Followed;

    /// <summary>Nobody has read what lies here.</summary>
    public bool IsUnread => this == Unit || this == Approvals;

    /// <summary>Where a line leads. A waiting case has an address of its own: before the circuit is up, and in a new tab, it shows the envelope.</summary>
    public string AddressOf(string number) =>
        this == Unit ? Addresses.Case(number)
        : this == Approvals ? Addresses.Approval(number)
        : Addresses.CaseBeside(Address, number);
}
