using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Membership.App.Approvals;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Approvals;

namespace Membership.App.Retention;

/// <summary>Asks a second person to agree to the removal of exactly these people: one more, and it has to be asked again.</summary>
internal sealed class BulkRemovalQuestion(ScopedPlaces places, ScopeInForce scope, TimeProvider clock)
{
    public ApprovalQuestion Of(IReadOnlyCollection<long> personIds)
    {
        var today = VietnamTime.Today(clock);
        // One number for one set of people.
        var people = SHA256.HashData(MemoryMarshal.AsBytes<long>(personIds.Order().ToArray()));
        var widest = scope.Value.IsEverything ? null : places.Widest(scope.Value, today);
        return new ApprovalQuestion(
            ApprovalKind.BulkRemoval,
            BinaryPrimitives.ReadInt64LittleEndian(people) & long.MaxValue,
            Convert.ToHexStringLower(people),
            $"Ẩn danh {personIds.Count} người đã hết thời hạn lưu giữ{(widest is null ? "" : $" tại {widest.Name}")}: họ tên, số định danh, địa chỉ bị xóa hẳn, số liệu đã công bố giữ nguyên.",
            widest?.LocalityId,
            scope.Value.HasAllOrganizations ? null : scope.Value.Organizations.First());
    }
}
