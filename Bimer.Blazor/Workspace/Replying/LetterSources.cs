using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Where what a letter is put together of comes from, beside its text.</summary>
public sealed class LetterSources(InadmissibilityReasons reasons, TemplateWordingsOffered offered, ServiceCatalogue catalogue)
{
    public InadmissibilityReasons Reasons => reasons;

    public TemplateWordingsOffered Offered => offered;

    public ServiceCatalogue Catalogue => catalogue;
}
