using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>The items as they are kept, see <see cref="RequestedItems"/>; none where nothing is listed.</summary>
    public string? ItemList { get; private set; }

    /// <summary>What is asked for, item by item (istenen bilgi ve belgeler); nothing of what is no information request, or is none any more.</summary>
    public RequestedItems Items => Basis == LegalBasis.InformationAct ? RequestedItems.Of(ItemList) : RequestedItems.None;

    /// <summary>
    /// The holder writes the items of an information request anew, as a rule by splitting what the citizen wrote (istenenleri düzenle). The petition and the citizen's own
    /// list stay as they were. Changing nothing leaves no movement.
    /// </summary>
    /// <param name="items">From what the holder saw.</param>
    /// <returns>
    /// Refused as every act of somebody who does not hold the part, with <see cref="Refusal.WithApprover"/>, <see cref="Refusal.InformationHasNoSay"/>,
    /// <see cref="Refusal.ItemsOnlyOfInformationRequests"/>, <see cref="Refusal.ItemsChangedMeanwhile"/> or <see cref="Refusal.ItemsBoundByLetter"/>.
    /// </returns>
    public Outcome ChangeItems(RoutingId routingId, RequestedItems before, RequestedItems items, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(items);
        var routing = RoutingOf(routingId);
        if (items == before) return Outcome.Accepted;
        if (WhyNotDescribe(routing, actor) is { } notHolder) return notHolder;
        if (routing.Purpose == RoutingPurpose.Information) return new Refusal.InformationHasNoSay(routing.To);
        if (Basis != LegalBasis.InformationAct) return new Refusal.ItemsOnlyOfInformationRequests();
        if (items == Items) return Outcome.Accepted;   // the second of two clicks
        if (before != Items) return new Refusal.ItemsChangedMeanwhile();
        // What somebody signs, and what was signed, counts the items as they were; an answer from before any were listed counts none.
        if (_replies.Find(r => r.Status is ReplyStatus.AwaitingApproval or ReplyStatus.Approved && r.BindsItems) is { } letter) return new Refusal.ItemsBoundByLetter(letter.AuthorUnit);

        ItemList = items.IsNone ? null : items.Kept;
        Version++;
        RecordChange(MovementKind.ItemsChanged, actor, now, string.Create(CultureInfo.InvariantCulture, $"{before.Count}>{items.Count}"));
        Raise(new CaseItemsChanged(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>What the other parts of a case answer, or have answered: an item may be left to them.</summary>
    /// <param name="letters">Of the same case; those that are not signed count for nothing.</param>
    public static OtherAnswers OthersAnswer(IEnumerable<Routing> parts, IEnumerable<Reply> letters, RoutingId routingId) => new(
        parts.Any(r => r.Id != routingId && r.Purpose == RoutingPurpose.Action && r.IsOpen),
        letters.Where(r => r.Id != routingId && r.Status == ReplyStatus.Approved).SelectMany(r => r.Items.All).Where(one => one.IsDecided).Select(one => one.Item).ToHashSet(StringComparer.Ordinal));

    // A request that is turned away as a whole decides about no item by itself.
    private Refusal? WhyNotItems(Routing routing, Letter letter) =>
        !letter.IsAnswer ? letter.Items.IsNone ? null : new Refusal.ItemsChangedMeanwhile() : letter.Items.WhyNotComplete(Items, OthersAnswer(_routings, _replies, routing.Id));

    // Asked again at the signature: the part an item was left to may have ended since, and the last letter of a case leaves nothing to anybody.
    private Refusal.ItemLeftToNobody? WhyNotLeave(Reply reply) =>
        reply.Items.LeftToNobody(OthersAnswer(_routings, _replies, reply.Id)) is { } number ? new Refusal.ItemLeftToNobody(number, reply.AuthorUnit) : null;
}
