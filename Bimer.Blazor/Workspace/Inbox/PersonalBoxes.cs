using Bimer.Blazor.Workspace.Inbox.Filtering;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The boxes that are one person's own, whichever query knows them.</summary>
public sealed class PersonalBoxes(MyInboxQuery mine, ApprovalBoxQuery approvals, FollowedQuery followed, ApproverChoices approvers)
{
    public ApproverChoices Approvers => approvers;

    public Task<BoxPage?> ReadAsync(Box box, BoxSlice slice, CancellationToken ct) =>
        box == Box.Approvals ? approvals.ReadAsync(slice, ct)
        : box == Box.Followed ? followed.ReadAsync(slice, ct)
        : mine.ReadAsync(box.State!.Value, slice, ct);

    public Task<BoxAge?> AgeAsync(Box box, BoxFilter filter, CancellationToken ct) =>
        box == Box.Approvals ? approvals.AgeAsync(filter, ct)
        : box == Box.Followed ? followed.AgeAsync(filter, ct)
        : mine.AgeAsync(box.State!.Value, filter, ct);

    /// <summary>Who sent what lies there, for the filter; what is followed lies anywhere.</summary>
    public Task<BoxSenders> SendersAsync(Box box, CancellationToken ct) =>
        box == Box.Approvals ? approvals.SendersAsync(ct)
        : box.State is { } state ? mine.SendersAsync(state, ct)
        : Task.FromResult(BoxSenders.None);
}
