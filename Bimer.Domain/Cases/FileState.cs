namespace Bimer.Domain.Cases;

/// <summary>How far a file has come with the virus scanner (tarama durumu).</summary>
public enum FileState
{
    /// <summary>There is no scanner (taranmadı): it is handed out.</summary>
    NotScanned,

    /// <summary>Nobody but whoever sent it opens it yet (taranıyor).</summary>
    Scanning,

    /// <summary>Nothing was found (temiz).</summary>
    Clean,

    /// <summary>Something was found (zararlı): nobody opens it any more.</summary>
    Harmful,
}
