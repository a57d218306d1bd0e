using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class PeopleByPlace : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Residences_LocalityId",
                table: "Residences");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_UnitId",
                table: "Memberships");

            migrationBuilder.CreateIndex(
                name: "IX_Residences_LocalityId_PersonId",
                table: "Residences",
                columns: new[] { "LocalityId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UnitId_PersonId",
                table: "Memberships",
                columns: new[] { "UnitId", "PersonId" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Residences_LocalityId_PersonId",
                table: "Residences");

            migrationBuilder.DropIndex(
                name: "IX_Memberships_UnitId_PersonId",
                table: "Memberships");

            migrationBuilder.CreateIndex(
                name: "IX_Residences_LocalityId",
                table: "Residences",
                column: "LocalityId");

            migrationBuilder.CreateIndex(
                name: "IX_Memberships_UnitId",
                table: "Memberships",
                column: "UnitId");
        }
    }
}
