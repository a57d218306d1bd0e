using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Lists are kept by communes; the locality named is a district, a province or the city.</summary>
public sealed record LocalityIsNotACommune(string Name) : Refusal;

/// <summary>The day the list speaks of is still to come.</summary>
public sealed record ListIsOfTheFuture(DateOnly AsOf, DateOnly Today) : Refusal;

/// <summary>No import has this number.</summary>
public sealed record ImportNotFound(long Id) : Refusal;

/// <summary>The import is not at the step that was asked for.</summary>
/// <param name="State">At which it is.</param>
public sealed record ImportNotReady(long Id, MemberImportState State) : Refusal;

/// <summary>The officer threw the import away, perhaps in another window.</summary>
public sealed record ImportDiscarded(long Id) : Refusal;

/// <summary>Every row that could be taken has been taken: a second click writes nothing.</summary>
public sealed record AlreadyCommitted(long Id) : Refusal;

/// <summary>No row of the list can be taken, or none says anything new, and nothing of it was written before.</summary>
public sealed record NothingToWrite(long Id) : Refusal;

/// <summary>The list has no row of a person at all.</summary>
public sealed record ListHasNoPeople(string Sheet) : Refusal;

/// <summary>The file was refused or thrown away, or holds somebody who was made anonymous.</summary>
public sealed record ImportFileForgotten(long Id) : Refusal;

/// <summary>Macros are never given back: they could run on another machine.</summary>
public sealed record ImportFileHasMacros(long Id) : Refusal;

/// <summary>A file as it was received cannot leave anybody out.</summary>
/// <param name="Rows">That mean, or perhaps mean, people whose data is restricted.</param>
public sealed record ImportFileHasRestrictedPeople(long Id, int Rows) : Refusal;

/// <summary>The list was not said to be a full one, so whom it does not name stays.</summary>
public sealed record ListIsNotFull(long Id) : Refusal;

/// <summary>Who is missing on a list has left before its day.</summary>
public sealed record LeftAfterTheList(DateOnly LeftOn, DateOnly AsOf) : Refusal;

/// <summary>Members who joined on that day or later cannot have left on it.</summary>
public sealed record LeftBeforeJoining(int Members) : Refusal;

/// <summary>Nothing of the import is waiting or under way: it has ended in the meantime.</summary>
public sealed record NothingToCancel(long Id) : Refusal;

/// <summary>The upload was cut off with its process before it was whole.</summary>
public sealed record UploadCutOff(long Id) : Refusal;

/// <summary>Nothing of the import is in the register, so there is nothing to take back.</summary>
public sealed record ImportNotCommitted(long Id) : Refusal;

/// <summary>The import was undone, and what was kept then must still be kept.</summary>
public sealed record NothingLeftToUndo(long Id) : Refusal;

/// <summary>Blank cells stand where the register holds values: whether these go must be said first.</summary>
/// <param name="Rows">Rows of known people of whom something would be cleared.</param>
public sealed record EmptyCellsNotAnswered(int Rows) : Refusal;

/// <summary>What the list would overwrite in known people, or whose branch or members it means, was not answered yet.</summary>
/// <param name="Branches">New ones whose names are nearly those of known ones.</param>
public sealed record ListNotAnswered(long Id, IReadOnlyList<FactQuestion> Facts, IReadOnlyList<NamedBranch> Branches, CoverageQuestion? Coverage) : Refusal;

/// <summary>The list was to be taken whole or not at all, and not every row can be taken.</summary>
/// <param name="Doubtful">Rows that wait for a decision.</param>
public sealed record RowsStandInTheWay(int Rejected, int Doubtful) : Refusal;

/// <summary>The list brings memberships of organizations that are beyond the scope of who commits it.</summary>
/// <param name="Names">Short names of the organizations.</param>
public sealed record OrganizationsBeyondScope(long Id, IReadOnlyList<string> Names) : Refusal;

/// <summary>The register was written to after the rows were checked, and what the officer saw is no longer so.</summary>
/// <param name="Rows">Rows that are otherwise now; the list was checked again.</param>
/// <param name="Missing">Members whom a full list does not name, likewise. Both 0: others write so often that there was no time to look.</param>
public sealed record RegisterChangedSinceCheck(long Id, int Rows = 0, int Missing = 0) : Refusal;

/// <summary>The import has no such row, or the row needs no decision.</summary>
public sealed record RowNeedsNoDecision(int RowNumber) : Refusal;

/// <summary>The person chosen for a doubtful row may only be kept, not changed.</summary>
public sealed record ChosenPersonIsRestricted(int RowNumber) : Refusal;

/// <summary>A bug of ours stopped the reading; it is in the log by its kind. The officer can try again.</summary>
public sealed record ReadingFailed(long Id) : Refusal;

/// <summary>A bug of ours stopped a write or an undo; the register is as before. It is in the log by its kind.</summary>
public sealed record ImportStepFailed(long Id) : Refusal;

/// <summary>The user has so many lists that were neither written nor thrown away.</summary>
public sealed record TooManyOpenLists(int Limit) : Refusal;

/// <summary>What is proposed to be put right in the list was not answered yet.</summary>
public sealed record RepairsNotAnswered(long Id, IReadOnlyList<OpenRepair> Repairs) : Refusal;

/// <param name="Rows">How many it would change.</param>
public sealed record OpenRepair(RepairCode Code, int Rows);

/// <summary>An answer to something that is not proposed for the list.</summary>
public sealed record RepairNotProposed(long Id) : Refusal;

/// <summary>The list as received was removed when its term of keeping had passed.</summary>
public sealed record ListFileIsGone(long Id) : Refusal;

/// <summary>Every row was taken or can be: a marked workbook would hold no mark.</summary>
public sealed record NothingToMark(long Id) : Refusal;

/// <summary>A marked workbook came back under another organization, locality or day than its import's.</summary>
public sealed record ContinuesAnotherList(long Id, string OrganizationName, string LocalityName, DateOnly AsOf) : Refusal;

/// <summary>The list has no such row, or the row was written to the register already.</summary>
public sealed record RowCannotBeEdited(int RowNumber) : Refusal;

/// <summary>Another list is being written to the register, and has been for long.</summary>
public sealed record AnotherListIsWritten(long Id) : Refusal;

/// <summary>A row is to be a new person, and its citizen number is that of somebody else, in the register or in another row.</summary>
public sealed record NumberIsOfAnother(int RowNumber) : Refusal;

/// <summary>A row is to be somebody whom another row of the file is already.</summary>
public sealed record PersonIsInAnotherRow(int RowNumber, int OtherRow) : Refusal;
