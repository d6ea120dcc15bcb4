using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>The person's cases on the left, the chosen one on the right (S11). The newest is chosen where none is named.</summary>
public sealed partial class TrackingPage
{
    private IReadOnlyList<OwnCase>? _list;
    private OwnCaseDetail? _case;

    [Parameter] public string? Number { get; set; }
    [Inject] public required TrackingQuery Query { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Beside a hidden petition the way out is always in reach, here as on the form (U33).</summary>
    private bool IsHidden => _case is { Petition.IsHidden: true };

    protected override async Task OnInitializedAsync()
    {
        _list = await Query.ListAsync(Number, CancellationToken.None);
        if (_list is null) Navigation.NavigateTo("/sorgula?bitti=1");
        else if ((Number ?? (_list.Count > 0 ? _list[0].Number : null)) is { } chosen) _case = await Query.ReadAsync(chosen, CancellationToken.None);
    }

    private static string WhyKey(TransferReason why) => why switch { { IsFromCentre: true } => "SentOnByCentre", { IsPart: true } => "SentOnPart", _ => "SentOnWhy" };

    private static IEnumerable<(DateTimeOffset At, OwnTransfer? Sent, KindChange? Corrected)> StepsOf(OwnCaseDetail c) =>
        c.SentOn.Select(sent => (sent.At, (OwnTransfer?)sent, (KindChange?)null)).Concat(c.Corrections.Select(made => (made.At, (OwnTransfer?)null, (KindChange?)made.Change))).OrderBy(step => step.At);

    private static string StateKey(OwnCaseDetail c) => c switch
    {
        { IsNotExamined: true } => "StateNotExamined",
        { IsClosed: true } => "StateAnswered",
        { Answers.Count: > 0 } => "StatePartly",
        { IsOpened: true } => "StateOpened",
        _ => "StateWaiting",
    };
}
