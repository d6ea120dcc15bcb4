using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>What belongs to a draft beside its text.</summary>
/// <param name="Reason">Code of the reason for not examining the petition; empty while none is chosen, none of an answer.</param>
public sealed record DraftChoices(string CatalogueService, int? Approver, string? Reason, string Ground)
{
    /// <summary>What becomes of each requested item so far; none where none is listed.</summary>
    public string? Items { get; init; }

    /// <summary>The template the letter began with, and which wording of it.</summary>
    public Guid? Template { get; init; }

    /// <inheritdoc cref="Template"/>
    public int? TemplateVersion { get; init; }

    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(DraftChoices);
}

/// <summary>What is chosen beside the letter, and what is wrong with it, in words.</summary>
public sealed partial class ReplyForm
{
    /// <summary>The unit whose services are listed (S45: the unit first, then its services).</summary>
    public UnitId CatalogueUnit { get; set; }

    public string CatalogueService { get; set; } = "";

    public ApproverOption? Approver { get; set; }

    /// <summary>İşleme Alınmayacak instead of Cevapla (Yapılacak İşlem, S47).</summary>
    public bool IsNotExamined { get; set; }

    /// <summary>Safahat Bildir instead of Cevapla (3071 m.7).</summary>
    public bool IsProgress { get; set; }

    /// <summary>Cevapla itself.</summary>
    public bool IsAnswer => !IsNotExamined && !IsProgress && Tells is null;

    /// <summary>Code of the reason; empty while none is chosen.</summary>
    public string Reason { get; set; } = "";

    public string Ground { get; set; } = "";

    /// <summary>What becomes of each requested item, with what is wrong about it; empty where none is listed.</summary>
    public IReadOnlyList<ItemChoice> Items { get; set; } = [];

    /// <summary>The template whose words were taken last; none of a letter written freely.</summary>
    public TemplateUse? Template { get; set; }

    public string? ReasonProblem { get; set; }

    public string? GroundProblem { get; set; }

    public string? ServiceProblem { get; set; }

    public string? ApproverProblem { get; set; }

    /// <summary>Concerns the letter as a whole.</summary>
    public string? Problem { get; set; }

    public bool HasProblem => ReasonProblem is not null || HasNoticeProblem || GroundProblem is not null || ServiceProblem is not null || ApproverProblem is not null || Problem is not null || Items.Any(item => IsAnswer && item.Problem is not null);

    private const string Progress = Persistence.Intake.ReplyDraft.Progress;

    /// <summary>What the screen calls it.</summary>
    public static string ActOf(string? reason) => reason is null ? "ActAnswer" : string.Equals(reason, Progress, StringComparison.Ordinal) ? "ActProgress" : LetterNotice.KindOf(reason) is { } tells ? "Act." + tells : "ActNotExamine";

    /// <summary>Takes over what was picked before: in the draft, or in the round that came back.</summary>
    public void Begin(ReplyDesk desk, ServiceCatalogue catalogue)
    {
        (CatalogueService, Template) = (desk.CatalogueService, desk.Template);
        IsProgress = string.Equals(desk.Reason, Progress, StringComparison.Ordinal);
        BeginNotice(desk);
        IsNotExamined = desk.Reason is not null && !IsProgress && Tells is null;
        (Reason, Ground) = (IsNotExamined ? desk.Reason! : "", Tells is NoticeKind.Fee ? "" : desk.Ground);
        Items = ItemChoices.Of(desk.Items);
        CatalogueUnit = catalogue.OwnerOf(desk.Unit, CatalogueService) ?? catalogue.UnitsFor(desk.Unit).Select(u => u.Id).FirstOrDefault(desk.Unit);
        var before = desk.Approvers.FirstOrDefault(a => a.Person == desk.Approver);
        // Where there is nobody to choose between, the choice is made.
        Approver = before ?? (desk.Approvers is [var only] ? only : null);
    }

    /// <summary>A service its unit closed is offered no more: chosen before, it has to be chosen anew.</summary>
    /// <param name="told">The sentence about the service of that name.</param>
    public void DropClosed(ServiceCatalogue catalogue, UnitId unit, Func<string, string> told)
    {
        if (CatalogueService.Length == 0 || !catalogue.IsClosed(unit, CatalogueService)) return;
        (ServiceProblem, CatalogueService) = (told(catalogue.NameOf(unit, CatalogueService)), "");
    }

    public void ClearProblems()
    {
        (ReasonProblem, GroundProblem, ServiceProblem, ApproverProblem, Problem) = (null, null, null, null, null);
        ClearNoticeProblems();
    }

    /// <summary>What is kept with the text of the draft. Whoever goes back to Cevapla finds the ground again until it is sent.</summary>
    public DraftChoices Choices => new(CatalogueService, Approver?.Person.Value, IsProgress ? Progress : NoticeCode ?? (IsNotExamined ? Reason : null), GroundToKeep)
    {
        Items = ItemChoices.Kept(Items), Template = Template?.Template.Value, TemplateVersion = Template?.Version,
    };
}
