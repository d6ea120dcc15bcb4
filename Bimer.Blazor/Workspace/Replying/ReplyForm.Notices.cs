using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Replying;

public sealed partial class ReplyForm
{
    /// <summary>Which interim letter instead of Cevapla (ara yazı, 4982); none of an answer.</summary>
    public NoticeKind? Tells { get; set; }

    /// <summary>Why the time is extended; none while no ground is chosen.</summary>
    public ExtensionGround? Because { get; set; }

    /// <summary>The fee as it was typed: "12,50".</summary>
    public string AmountText { get; set; } = "";

    public string WhatFor { get; set; } = "";

    public string PayTo { get; set; } = "";

    public string? BecauseProblem { get; set; }

    public string? AmountProblem { get; set; }

    public string? WhatForProblem { get; set; }

    public string? PayToProblem { get; set; }

    /// <summary>Another act than an answer: its text may be empty, for the reason says it.</summary>
    public bool NeedsNoText => IsNotExamined || Tells is not null;

    /// <summary>The choice as the draft keeps it; none of an answer.</summary>
    private string? NoticeCode => Tells switch
    {
        NoticeKind.Extension => ExtensionNotice.CodeOf(Because),
        NoticeKind.Fee => FeeNotice.CodeOf(FeeNotice.AmountOf(AmountText)),
        NoticeKind.Withdrawal => new WithdrawalNotice("").Code,
        _ => null,
    };

    private string GroundToKeep => Tells switch { NoticeKind.Fee => FeeNotice.Words(WhatFor, PayTo), NoticeKind.Withdrawal => "", _ => Ground };

    private bool HasNoticeProblem => BecauseProblem is not null || AmountProblem is not null || WhatForProblem is not null || PayToProblem is not null;

    /// <summary>Chooses the act; the words of the ground stay until the letter is sent.</summary>
    public void Choose(bool isNotExamined = false, bool isProgress = false, NoticeKind? tells = null)
    {
        (IsNotExamined, IsProgress, Tells) = (isNotExamined, isProgress, tells);
        ClearProblems();
    }

    /// <summary>Who came by the button of one act finds it chosen, where it is to be had; any other word in the address chooses nothing.</summary>
    public void ComeFor(string? act, IReadOnlyList<NoticeOffer> offers)
    {
        if (act is Addresses.ActWithdraw && offers.Any(offer => offer is { Kind: NoticeKind.Withdrawal, WhyNot: null })) Choose(tells: NoticeKind.Withdrawal);
    }

    /// <summary>What the law wants told and does not stand there yet.</summary>
    /// <param name="say">The words of a key.</param>
    public void FindNoticeProblems(Func<string, string> say)
    {
        if (Tells is NoticeKind.Extension && Because is null) BecauseProblem = say("BecauseMissing");
        if ((IsNotExamined || Tells is NoticeKind.Extension) && string.IsNullOrWhiteSpace(Ground)) GroundProblem = say("GroundMissing");
        if (Tells is not NoticeKind.Fee) return;
        if (FeeNotice.AmountOf(AmountText) is null) AmountProblem = say("AmountMissing");
        if (FeeNotice.WhatForIn(WhatFor).Length == 0) WhatForProblem = say("WhatForMissing");
        if (string.IsNullOrWhiteSpace(PayTo)) PayToProblem = say("PayToMissing");
    }

    private void ClearNoticeProblems() => (BecauseProblem, AmountProblem, WhatForProblem, PayToProblem) = (null, null, null, null);

    private void BeginNotice(ReplyDesk desk)
    {
        (Tells, Because) = (LetterNotice.KindOf(desk.Reason), ExtensionNotice.GroundIn(desk.Reason));
        AmountText = FeeNotice.AmountIn(desk.Reason) is { } amount ? FeeNotice.Typed(amount) : "";
        (WhatFor, PayTo) = Tells is NoticeKind.Fee ? (FeeNotice.WhatForIn(desk.Ground), FeeNotice.PayToIn(desk.Ground)) : ("", desk.PayTo);
    }
}
