using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>An interim letter of the desk, and why it is not to be had.</summary>
public sealed record NoticeOffer(NoticeKind Kind, Refusal? WhyNot);

/// <summary>Which interim letters (ara yazı, 4982) the desk offers at this moment; the signature is what counts, and it asks again.</summary>
public sealed class NoticeOffers(TimeProvider clock)
{
    /// <summary>None for a petition. The withdrawal stands there only once it can be proposed.</summary>
    public IReadOnlyList<NoticeOffer> Of(CasePreview preview) => preview is not { Basis: LegalBasis.InformationAct, Terms: { } terms } ? [] :
    [
        .. from kind in Enum.GetValues<NoticeKind>()
           let whyNot = CaseFile.WhyNotTell(kind, terms, preview.LegalEnd, clock.GetUtcNow())
           where kind != NoticeKind.Withdrawal || whyNot is null
           select new NoticeOffer(kind, whyNot),
    ];
}
