namespace Bimer.Blazor.Workspace.Inbox.Bulk;

/// <summary>What can be done with many rows of a box at once, the likeliest first.</summary>
internal static class BoxVerbs
{
    private static readonly BulkVerb[] _watch = [BulkVerb.Follow, BulkVerb.Unfollow];

    /// <summary>
    /// None in the unit's box: to open is to read and to hold, one case at a time, and nothing puts it back unread. Signing, answering,
    /// returning and hiding are about one petition each and are in no list.
    /// </summary>
    public static IReadOnlyList<BulkVerb> Of(Box box)
    {
        if (box == Box.Unit) return [];
        if (box == Box.SentBack) return [BulkVerb.Forward, BulkVerb.Hold, .. _watch];
        if (box == Box.Mine || box == Box.Returned) return [BulkVerb.Forward, BulkVerb.Hold, BulkVerb.Acknowledge, .. _watch];
        if (box == Box.OnHold) return [BulkVerb.Resume, BulkVerb.Forward, BulkVerb.Acknowledge, .. _watch];
        if (box == Box.Forwarded) return [BulkVerb.Recall, .. _watch];
        return box == Box.Followed ? [BulkVerb.Unfollow] : _watch;
    }

    public static string IconOf(BulkVerb verb) => verb switch
    {
        BulkVerb.Forward => "send",
        BulkVerb.Resume => "play",
        BulkVerb.Hold => "pause",
        BulkVerb.Recall => "undo",
        BulkVerb.Acknowledge => "archive",
        _ => "star",
    };

    /// <summary>The act of the table of keys that presses its button; one key follows and leaves, so where both stand it follows.</summary>
    public static string? ActOf(BulkVerb verb, IReadOnlyList<BulkVerb> beside) => verb switch
    {
        BulkVerb.Forward => "forward",
        BulkVerb.Hold or BulkVerb.Resume => "hold",
        BulkVerb.Recall => "recall",
        BulkVerb.Acknowledge => "acknowledge",
        BulkVerb.Follow => "follow",
        BulkVerb.Unfollow when !beside.Contains(BulkVerb.Follow) => "follow",
        _ => null,
    };
}
