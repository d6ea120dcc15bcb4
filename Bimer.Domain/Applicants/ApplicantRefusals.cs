namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Not 11 digits, or the check digits do not fit (T.C. kimlik no).</summary>
    public sealed record InvalidNationalId : Refusal;

    /// <summary>Not 10 digits, or the check digit does not fit (vergi kimlik no).</summary>
    public sealed record InvalidTaxId : Refusal;

    /// <summary>No mobile number a code could be sent to.</summary>
    public sealed record InvalidMobileNumber(MobileNumberFault Fault) : Refusal;

    /// <summary>No number anybody could be called at.</summary>
    public sealed record InvalidTelephoneNumber : Refusal;

    /// <summary>No address a letter could be sent to.</summary>
    public sealed record InvalidEmailAddress : Refusal;

    /// <summary>Blank, too long, or holding something that is no part of a name.</summary>
    public sealed record InvalidPersonName(int LongestPart) : Refusal;

    /// <summary>Something else than one letter per asked place.</summary>
    public sealed record InvalidMaidenNameHint : Refusal;
}

/// <summary>Why a mobile number was not accepted.</summary>
public enum MobileNumberFault
{
    /// <summary>Too few or too many digits, or something that is no digit.</summary>
    Malformed,

    /// <summary>Another country's number: the code is sent in Türkiye only.</summary>
    Foreign,

    /// <summary>A number of Türkiye that is no mobile one.</summary>
    NotMobile,
}
