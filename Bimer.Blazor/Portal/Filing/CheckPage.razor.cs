using Bimer.Blazor.Shell;
using Bimer.Domain.Applicants;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Everything once more before it leaves, the notice, the human check, and the button that files.</summary>
public sealed partial class CheckPage
{
    private IReadOnlyList<DraftFault> _faults = [];
    private IReadOnlyList<DraftFileView> _files = [];
    private IReadOnlyList<string> _closed = [];
    private OwnDetails _own = new(false, false, false);
    private string _challenge = "";
    private bool _asksCode;

    [SupplyParameterFromForm(FormName = "finish")] private FinishForm? Form { get; set; }
    [Inject] public required DraftFiles Files { get; init; }
    [Inject] public required HumanCheck Human { get; init; }
    [Inject] public required FileApplicationHandler Handler { get; init; }

    protected override FilingStep Here => FilingStep.Check;

    private string OwnWords => string.Join(", ", OwnWordsOf(_own));

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (View is null) return;
        _faults = Check.Of(Draft);
        _files = await Files.ListAsync(CancellationToken.None);
        _closed = await Files.ClosedAsync(CancellationToken.None);
        _challenge = Human.ChallengeOf(View.Visit);
        if (Draft.HideIdentity) _own = OwnDetails.In(Draft.Text, View.Person.NationalId, View.Person.Mobile, View.Person.GivenName, View.Person.Surname);
    }

    private async Task SendAsync()
    {
        Form ??= new FinishForm();
        var command = new FileApplication(Form.Notice is not null, Form.Proof, Form.Code, Form.Fingerprint);
        switch (await Handler.HandleAsync(command, CancellationToken.None))
        {
            case FilingAnswer.Filed filed:
                Navigation.NavigateTo(ReceiptPage.PathOf(filed.Number.ToString()) + (filed.Before ? "?once=1" : ""));
                break;
            case FilingAnswer.NoVisit:
                Navigation.NavigateTo(FilingSteps.GateAgain);
                break;
            case FilingAnswer.CodeNeeded needed:
                _asksCode = true;
                if (needed.Answer is { } wrong) Errors.Add("kod", Words["HumanCode" + wrong]);
                break;
            case { } no:
                Tell(no);
                break;
        }
    }

    private IEnumerable<string> OwnWordsOf(OwnDetails own)
    {
        if (own.Number) yield return Words["OwnNumber"];
        if (own.Phone) yield return Words["OwnPhone"];
        if (own.Name) yield return Words["OwnName"];
    }

    private void Tell(FilingAnswer no)
    {
        switch (no)
        {
            case FilingAnswer.NoticeNotAccepted:
                Errors.Add("onay", Words["NoticeMissing"]);
                break;
            case FilingAnswer.ChangedMeanwhile:
                Errors.Add("icerik", Words["DraftChanged"]);
                break;
            case FilingAnswer.Refused refused:
                Errors.Add("icerik", Refusals.For(refused.Why));
                break;
        }
    }

    /// <summary>The page as posted.</summary>
    public sealed class FinishForm
    {
        public string? Notice { get; set; }
        public string? Proof { get; set; }
        public string? Code { get; set; }
        public string? Fingerprint { get; set; }
    }
}
