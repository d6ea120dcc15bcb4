using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>The requested items on the desk: their checks, and what is said of them before the letter is sent.</summary>
public sealed partial class ReplyPage
{
    [Inject] public required Shell.RefusalText Refusals { get; init; }

    /// <summary>Only an answer decides about items; a letter that turns the whole request away, or answers nothing yet, does not.</summary>
    private bool DecidesItems => _desk?.Case.Basis == LegalBasis.InformationAct && _form.IsAnswer;

    private ItemDecisions ItemsChosen => DecidesItems ? ItemChoices.Whole(_form.Items, Reasons) : ItemDecisions.None;

    private void FindItemProblems()
    {
        foreach (var item in _form.Items) item.Problem = null;
        foreach (var (one, at) in ItemsChosen.All.Select((one, at) => (one, at)))
            if (ItemDecisions.WhyNotDecided(one, at + 1, _desk!.Others) is { } refusal) (_form.Items[at].Problem, _form.Problem) = (Refusals.For(refusal), Words["ItemsProblem"]);
    }
}
