using Bimer.Domain.Applicants;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Where the answer goes; who writes is known already and not asked again.</summary>
public sealed partial class ContactPage
{
    private const int LongestCode = 20;

    [SupplyParameterFromForm(FormName = "contact")] private ContactForm? Form { get; set; }

    protected override FilingStep Here => FilingStep.Contact;

    private Task SendAsync() => Form is null ? KeepAsItIsAsync() : KeepAsync(Merge, Form.Auto is not null);

    private FilingDraft Merge(FilingDraft draft) => draft with
    {
        ContactAddress = Line(Form!.ContactAddress, DraftCheck.LongestAddress),
        Email = Line(Form.Email, EmailAddress.MaxLength),
        Education = Line(Form.Education, LongestCode),
        // Not on the page while a person files for themselves: what was typed before stays (S7).
        EntityTitle = Form.EntityTitle is null ? draft.EntityTitle : Line(Form.EntityTitle, DraftCheck.LongestTitle),
        EntityTaxId = Form.EntityTaxId is null ? draft.EntityTaxId : Line(Form.EntityTaxId, LongestCode),
        EntityEmail = Form.EntityEmail is null ? draft.EntityEmail : Line(Form.EntityEmail, EmailAddress.MaxLength),
        EntityAddress = Form.EntityAddress is null ? draft.EntityAddress : Line(Form.EntityAddress, DraftCheck.LongestAddress),
    };

    /// <summary>The page as posted.</summary>
    public sealed class ContactForm
    {
        public string? ContactAddress { get; set; }
        public string? Email { get; set; }
        public string? Education { get; set; }
        public string? EntityTitle { get; set; }
        public string? EntityTaxId { get; set; }
        public string? EntityAddress { get; set; }
        public string? EntityEmail { get; set; }
        public string? Auto { get; set; }
    }
}
