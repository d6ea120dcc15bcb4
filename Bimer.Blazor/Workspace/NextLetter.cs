using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>What follows a letter in the list its approver came from.</summary>
/// <param name="Case">None when there is no other.</param>
/// <param name="IsNarrowed">The list leaves letters of the box out: where it has no other, the box may.</param>
public readonly record struct NextLetter(CaseId? Case, bool IsNarrowed);

/// <summary>Asks the room of the boxes, which alone knows filters and orders, what follows a letter (Sıradaki cevap, S49).</summary>
/// <param name="list">The absolute address of the list one came from; any other page means the whole box.</param>
/// <param name="after">None for the beginning.</param>
public delegate Task<NextLetter> LetterAfter(string list, RoutingId? after, CancellationToken ct);
