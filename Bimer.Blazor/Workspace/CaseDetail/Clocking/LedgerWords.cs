namespace Bimer.Blazor.Workspace.CaseDetail.Clocking;

/// <summary>The words of the ledger of days.</summary>
public sealed class LedgerWords;
