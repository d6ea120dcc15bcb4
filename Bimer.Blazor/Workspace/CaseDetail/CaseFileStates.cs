using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>How far a file that stands on the page of a case has come with the virus scanner.</summary>
public sealed class CaseFileStates(FileVerdicts verdicts)
{
    public FileState Of(AttachmentId file) => verdicts.StateOf(file);
}
