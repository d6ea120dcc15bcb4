namespace Bimer.Domain.Organisation;

/// <summary>What a unit (kurum/birim) of the one administrative tree is. The values are stored: add, never renumber.</summary>
public enum UnitKind
{
    /// <summary>The root (Başbakanlık). Has no users and holds no case.</summary>
    State = 0,

    /// <summary>BİMER Merkezi: takes the place of the root wherever somebody has to act.</summary>
    Centre = 1,

    /// <summary>A ministry (bakanlık).</summary>
    Ministry = 2,

    /// <summary>The governorship of a province (valilik).</summary>
    Governorship = 3,

    /// <summary>A body directly under the root that is no ministry (bağımsız kurum).</summary>
    IndependentBody = 4,

    /// <summary>A ministry's directorate in a province (il müdürlüğü): under the governor, for its ministry.</summary>
    Directorate = 5,

    /// <summary>The governorship of a district (kaymakamlık).</summary>
    DistrictGovernorship = 6,

    /// <summary>Any unit an institution opens below one of the others (alt birim).</summary>
    SubUnit = 7,
}
