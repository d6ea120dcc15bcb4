using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>A refusal as a sentence with the names of the people and units in it: what every desk says when the answer is no.</summary>
public sealed class RefusalSentences(RefusalText text, OfficerDirectory officers, UnitDirectory units)
{
    public async Task<string> OfAsync(Refusal refusal, CancellationToken ct)
    {
        await officers.LoadAsync(PeopleIn(refusal), ct);
        return text.For(refusal, officers.NameOf, units.NameOf);
    }

    private static IEnumerable<UserId> PeopleIn(Refusal refusal) => refusal switch
    {
        Refusal.AlreadyOpened(var custodian, _) => [custodian],
        Refusal.AlreadyRead(_, var reader, _) => [reader],
        Refusal.AlreadyLookedInto(_, var onlooker, _) => [onlooker],
        Refusal.NoSigningAuthority(var person, _) => [person],
        Refusal.NotAwaitingApproval({ } by, _) => [by],
        Refusal.TemplateMovedOn(_, var by, _) => [by],
        Refusal.MailWithColleague(var colleague, _) => [colleague],
        Refusal.JointOpeningAsked(var by, _) => [by],
        Refusal.JointOpeningNeedsAnother(var by) => [by],
        Refusal.JointOpeningAllowed(var by, _) => [by],
        Refusal.JointOpeningTheirs(var by) => [by],
        Refusal.KindChangedMeanwhile(_, { } who) => [who.Person],
        Refusal.PriorityChangedMeanwhile(_, { } who) => [who.Person],
        _ => [],
    };
}
