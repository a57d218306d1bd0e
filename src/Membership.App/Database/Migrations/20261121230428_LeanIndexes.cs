using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class LeanIndexes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_FoldedName_BirthDate",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_PhoneIndex",
                table: "People");

            migrationBuilder.AddColumn<string>(
                name: "PhoneBucket",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(PeopleBuckets.FillPhones);

            migrationBuilder.CreateIndex(
                name: "IX_People_PhoneBucket",
                table: "People",
                column: "PhoneBucket");

            migrationBuilder.Sql(PeopleBuckets.CreatePhoneTrigger);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PeopleBuckets.DropPhoneTrigger);

            migrationBuilder.DropIndex(
                name: "IX_People_PhoneBucket",
                table: "People");

            migrationBuilder.DropColumn(
                name: "PhoneBucket",
                table: "People");

            migrationBuilder.CreateIndex(
                name: "IX_People_FoldedName_BirthDate",
                table: "People",
                columns: new[] { "FoldedName", "BirthDate" });

            migrationBuilder.CreateIndex(
                name: "IX_People_PhoneIndex",
                table: "People",
                column: "PhoneIndex");
        }
    }
}
