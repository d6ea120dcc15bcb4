using Bimer.Blazor.Shell.Letters;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>The paper that tells a citizen where their case went.</summary>
/// <param name="Window">The recipient, line by line; empty where whoever prints it may not know.</param>
/// <param name="IsFile">Nothing on it is pressed, and it may ask for nothing.</param>
public sealed record NoticeSheet(ForwardNoticeLines Lines, IReadOnlyList<string> Window, bool IsFile)
{
    public override string ToString() => nameof(NoticeSheet);
}
