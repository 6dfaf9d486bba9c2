-- What a union records, each kind with its own fields, and the titles it can be given.
insert into activity_kind (code, name, noun, topic, fields, sort) values
  ('seminar', 'Hội thảo', 'hội thảo', 'research', '[
    {"key": "form", "label": "Hình thức", "type": "choice", "required": false, "options": [{"value": "in_person", "label": "Trực tiếp"}, {"value": "online", "label": "Trực tuyến"}, {"value": "hybrid", "label": "Kết hợp"}]},
    {"key": "attendees", "label": "Số người dự", "type": "integer", "required": false, "unit": "người", "help": "Đếm theo danh sách ký tên."},
    {"key": "papers", "label": "Số tham luận", "type": "integer", "required": false, "unit": "tham luận"}]', 10),
  ('talk', 'Tọa đàm', 'tọa đàm', 'research', '[
    {"key": "form", "label": "Hình thức", "type": "choice", "required": false, "options": [{"value": "in_person", "label": "Trực tiếp"}, {"value": "online", "label": "Trực tuyến"}, {"value": "hybrid", "label": "Kết hợp"}]},
    {"key": "attendees", "label": "Số người dự", "type": "integer", "required": false, "unit": "người", "help": "Đếm theo danh sách ký tên."}]', 20),
  ('dialogue', 'Đối thoại trí thức', 'cuộc đối thoại', 'research', '[
    {"key": "attendees", "label": "Số người dự", "type": "integer", "required": false, "unit": "người", "help": "Đếm theo danh sách ký tên."},
    {"key": "chaired_by", "label": "Lãnh đạo chủ trì", "type": "text", "required": false},
    {"key": "recommendations", "label": "Số ý kiến, kiến nghị", "type": "integer", "required": false, "unit": "ý kiến"}]', 30),
  ('science_task', 'Đề tài, dự án KH&CN', 'đề tài, dự án', 'research', '[
    {"key": "level", "label": "Cấp", "type": "choice", "required": false, "options": [{"value": "national", "label": "Quốc gia"}, {"value": "ministry", "label": "Bộ, ngành"}, {"value": "province", "label": "Tỉnh, thành phố"}, {"value": "grassroots", "label": "Cơ sở"}]},
    {"key": "status", "label": "Tình trạng", "type": "choice", "required": false, "options": [{"value": "proposed", "label": "Đã đề xuất"}, {"value": "running", "label": "Đang thực hiện"}, {"value": "accepted", "label": "Đã nghiệm thu"}, {"value": "stopped", "label": "Đã dừng"}]},
    {"key": "lead", "label": "Chủ nhiệm", "type": "text", "required": false},
    {"key": "budget", "label": "Kinh phí", "type": "money", "required": false, "unit": "đồng"},
    {"key": "accepted_on", "label": "Ngày nghiệm thu", "type": "day", "required": false}]', 40),
  ('technology_transfer', 'Chuyển giao công nghệ', 'mô hình chuyển giao', 'research', '[
    {"key": "models", "label": "Số mô hình", "type": "integer", "required": false, "unit": "mô hình"},
    {"key": "households", "label": "Số hộ, đơn vị nhận", "type": "integer", "required": false},
    {"key": "technology", "label": "Công nghệ, tiến bộ kỹ thuật", "type": "text", "required": false}]', 50),
  ('field_model', 'Mô hình trình diễn', 'mô hình trình diễn', 'research', '[
    {"key": "area", "label": "Quy mô", "type": "text", "required": false, "help": "Ví dụ 2 ha, 15 hộ"},
    {"key": "households", "label": "Số hộ tham gia", "type": "integer", "required": false, "unit": "hộ"},
    {"key": "budget", "label": "Kinh phí", "type": "money", "required": false, "unit": "đồng"}]', 60),
  ('training', 'Tập huấn', 'lớp tập huấn', 'communication', '[
    {"key": "classes", "label": "Số lớp", "type": "integer", "required": false, "unit": "lớp"},
    {"key": "trainees", "label": "Số học viên", "type": "integer", "required": false, "unit": "người"},
    {"key": "subject", "label": "Nội dung", "type": "text", "required": false}]', 70),
  ('publication', 'Ấn phẩm', 'ấn phẩm', 'communication', '[
    {"key": "form", "label": "Loại ấn phẩm", "type": "choice", "required": true, "options": [{"value": "bulletin", "label": "Bản tin"}, {"value": "e_forum", "label": "Diễn đàn, trang điện tử"}, {"value": "journal", "label": "Tạp chí"}, {"value": "book", "label": "Sách"}, {"value": "other", "label": "Loại khác"}]},
    {"key": "issue_no", "label": "Số, kỳ", "type": "text", "required": false, "help": "Ví dụ số 4 năm 2019"},
    {"key": "first_issued_on", "label": "Ngày ra số đầu", "type": "day", "required": false},
    {"key": "copies", "label": "Số bản in", "type": "integer", "required": false, "unit": "bản"},
    {"key": "address", "label": "Địa chỉ trên mạng", "type": "text", "required": false}]', 80),
  ('media', 'Tin bài, truyền thông', 'đợt tin bài', 'communication', '[
    {"key": "outlet", "label": "Nơi đăng, phát", "type": "text", "required": false},
    {"key": "articles", "label": "Số tin, bài", "type": "integer", "required": false, "unit": "bài"},
    {"key": "clips", "label": "Số video, phóng sự", "type": "integer", "required": false}]', 90),
  ('contest', 'Hội thi, cuộc thi', 'hội thi, cuộc thi', 'contest', '[
    {"key": "contest", "label": "Hội thi, cuộc thi nào", "type": "choice", "required": true, "options": [{"value": "stkt", "label": "Hội thi Sáng tạo kỹ thuật"}, {"value": "ttnnd", "label": "Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng"}, {"value": "startup", "label": "Thi khởi nghiệp, đổi mới sáng tạo"}, {"value": "other", "label": "Hội thi, cuộc thi khác"}]},
    {"key": "edition_no", "label": "Lần tổ chức", "type": "integer", "required": false, "help": "Chỉ ghi số, ví dụ 8"},
    {"key": "entries", "label": "Số hồ sơ dự thi", "type": "integer", "required": false, "unit": "hồ sơ"},
    {"key": "prizes", "label": "Số giải", "type": "integer", "required": false, "unit": "giải"},
    {"key": "sent_up", "label": "Số hồ sơ gửi dự thi toàn quốc", "type": "integer", "required": false, "unit": "hồ sơ"}]', 100),
  ('science_award', 'Giải thưởng KH&CN cấp tỉnh', 'giải thưởng', 'contest', '[
    {"key": "standing_body", "label": "Đơn vị là cơ quan thường trực của giải thưởng", "type": "yes_no", "required": false},
    {"key": "edition_no", "label": "Lần tổ chức", "type": "integer", "required": false},
    {"key": "works", "label": "Số công trình được giải", "type": "integer", "required": false, "unit": "công trình"}]', 110),
  ('honour_round', 'Tôn vinh trí thức tiêu biểu', 'đợt tôn vinh', 'honour', '[
    {"key": "level", "label": "Cấp", "type": "choice", "required": false, "options": [{"value": "national", "label": "Toàn quốc"}, {"value": "province", "label": "Tỉnh, thành phố"}, {"value": "grassroots", "label": "Cơ sở"}]},
    {"key": "edition_no", "label": "Lần tổ chức", "type": "integer", "required": false},
    {"key": "honoured", "label": "Số người được tôn vinh", "type": "integer", "required": false, "unit": "người"}]', 120),
  ('honour_nomination', 'Đề cử vinh danh toàn quốc', 'đợt đề cử', 'honour', '[
    {"key": "award", "label": "Danh hiệu, giải thưởng", "type": "text", "required": false},
    {"key": "nominated", "label": "Số người đề cử", "type": "integer", "required": false, "unit": "người"},
    {"key": "honoured", "label": "Số người được vinh danh", "type": "integer", "required": false, "unit": "người"}]', 130),
  ('representation', 'Đại diện dự lễ cấp quốc gia', 'lần cử đại diện', 'honour', '[
    {"key": "event", "label": "Sự kiện", "type": "text", "required": false},
    {"key": "delegates", "label": "Số đại biểu", "type": "integer", "required": false, "unit": "người"}]', 140),
  ('advisory', 'Tham mưu với tỉnh ủy, UBND tỉnh', 'việc tham mưu', 'consultation', '[
    {"key": "addressee", "label": "Nơi nhận", "type": "choice", "required": false, "options": [{"value": "party_committee", "label": "Tỉnh ủy, thành ủy"}, {"value": "peoples_committee", "label": "Ủy ban nhân dân"}, {"value": "peoples_council", "label": "Hội đồng nhân dân"}, {"value": "front", "label": "Mặt trận Tổ quốc"}, {"value": "other", "label": "Nơi khác"}]},
    {"key": "document", "label": "Số, ký hiệu văn bản", "type": "text", "required": false}]', 150),
  ('consultation', 'Tư vấn, phản biện, giám định', 'việc tư vấn, phản biện', 'consultation', '[
    {"key": "type", "label": "Loại", "type": "choice", "required": false, "options": [{"value": "advice", "label": "Tư vấn"}, {"value": "critique", "label": "Phản biện"}, {"value": "appraisal", "label": "Giám định xã hội"}]},
    {"key": "orderer", "label": "Cơ quan đặt hàng", "type": "text", "required": false},
    {"key": "experts", "label": "Số chuyên gia tham gia", "type": "integer", "required": false, "unit": "người"},
    {"key": "recommendations", "label": "Số kiến nghị", "type": "integer", "required": false, "unit": "kiến nghị"}]', 160),
  ('council_participation', 'Tham gia hội đồng', 'lần tham gia hội đồng', 'consultation', '[
    {"key": "council", "label": "Hội đồng", "type": "choice", "required": true, "options": [{"value": "science", "label": "Hội đồng khoa học và công nghệ"}, {"value": "initiative", "label": "Hội đồng sáng kiến"}, {"value": "task_definition", "label": "Hội đồng xác định nhiệm vụ"}, {"value": "selection", "label": "Hội đồng tuyển chọn"}, {"value": "acceptance", "label": "Hội đồng nghiệm thu"}, {"value": "appraisal", "label": "Hội đồng thẩm định"}, {"value": "other", "label": "Hội đồng khác"}]},
    {"key": "level", "label": "Cấp", "type": "choice", "required": false, "options": [{"value": "national", "label": "Quốc gia"}, {"value": "ministry", "label": "Bộ, ngành"}, {"value": "province", "label": "Tỉnh, thành phố"}, {"value": "grassroots", "label": "Cơ sở"}]},
    {"key": "count", "label": "Số lượt tham gia", "type": "integer", "required": false, "unit": "lượt"},
    {"key": "representative", "label": "Người tham gia", "type": "text", "required": false}]', 170),
  ('social_work', 'Hoạt động xã hội', 'hoạt động xã hội', 'social', '[
    {"key": "beneficiaries", "label": "Số người thụ hưởng", "type": "integer", "required": false, "unit": "người", "help": "Chỉ ghi số người, không ghi tên trẻ em."},
    {"key": "money", "label": "Trị giá", "type": "money", "required": false, "unit": "đồng"},
    {"key": "sponsors", "label": "Nhà tài trợ", "type": "text", "required": false}]', 180),
  ('coordination_programme', 'Chương trình phối hợp', 'chương trình phối hợp', 'coordination', '[
    {"key": "partner", "label": "Bên phối hợp", "type": "text", "required": false},
    {"key": "period", "label": "Giai đoạn", "type": "text", "required": false, "help": "Ví dụ 2021–2025"},
    {"key": "document", "label": "Số, ký hiệu văn bản", "type": "text", "required": false}]', 190),
  ('international_cooperation', 'Hợp tác quốc tế', 'hoạt động hợp tác quốc tế', 'coordination', '[
    {"key": "partner", "label": "Đối tác", "type": "text", "required": false},
    {"key": "country", "label": "Nước", "type": "text", "required": false},
    {"key": "money", "label": "Giá trị", "type": "money", "required": false, "unit": "đồng"}]', 200),
  ('study_visit', 'Học tập kinh nghiệm', 'chuyến học tập', 'coordination', '[
    {"key": "destination", "label": "Nơi đến", "type": "text", "required": false},
    {"key": "participants", "label": "Số người đi", "type": "integer", "required": false, "unit": "người"}]', 210),
  ('committee_meeting', 'Họp ban chấp hành, ban thường vụ', 'cuộc họp', 'organisation', '[
    {"key": "body", "label": "Cuộc họp của", "type": "choice", "required": false, "options": [{"value": "executive", "label": "Ban chấp hành"}, {"value": "standing", "label": "Ban thường vụ"}, {"value": "inspection", "label": "Ban kiểm tra"}, {"value": "congress", "label": "Đại hội"}, {"value": "other", "label": "Cuộc họp khác"}]},
    {"key": "attendees", "label": "Số người dự", "type": "integer", "required": false, "unit": "người", "help": "Đếm theo danh sách ký tên."},
    {"key": "resolution", "label": "Nghị quyết, kết luận", "type": "text", "required": false}]', 220),
  ('inspection', 'Kiểm tra, giám sát', 'cuộc kiểm tra, giám sát', 'organisation', '[
    {"key": "type", "label": "Loại", "type": "choice", "required": false, "options": [{"value": "inspection", "label": "Kiểm tra"}, {"value": "supervision", "label": "Giám sát"}]},
    {"key": "inspected", "label": "Nơi được kiểm tra, giám sát", "type": "text", "required": false},
    {"key": "findings", "label": "Kết luận", "type": "long_text", "required": false}]', 230),
  ('other', 'Hoạt động khác', 'hoạt động', 'organisation', '[
    {"key": "attendees", "label": "Số người dự", "type": "integer", "required": false, "unit": "người", "help": "Đếm theo danh sách ký tên."}]', 240);

insert into distinction_title (code, name, form, recipients, sort) values
  ('labour_order', 'Huân chương Lao động', 'order', 'both', 10),
  ('independence_order', 'Huân chương Độc lập', 'order', 'both', 20),
  ('hero_of_labour', 'Anh hùng Lao động', 'state_title', 'both', 30),
  ('state_prize', 'Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước', 'prize', 'person', 40),
  ('peoples_teacher', 'Nhà giáo Nhân dân', 'state_title', 'person', 50),
  ('merited_teacher', 'Nhà giáo Ưu tú', 'state_title', 'person', 60),
  ('peoples_physician', 'Thầy thuốc Nhân dân', 'state_title', 'person', 70),
  ('merited_physician', 'Thầy thuốc Ưu tú', 'state_title', 'person', 80),
  ('peoples_artist', 'Nghệ sĩ Nhân dân', 'state_title', 'person', 90),
  ('merited_artist', 'Nghệ sĩ Ưu tú', 'state_title', 'person', 100),
  ('peoples_artisan', 'Nghệ nhân Nhân dân', 'state_title', 'person', 110),
  ('merited_artisan', 'Nghệ nhân Ưu tú', 'state_title', 'person', 120),
  ('emulation_flag', 'Cờ thi đua', 'flag', 'organisation', 130),
  ('commendation', 'Bằng khen', 'commendation', 'both', 140),
  ('merit_certificate', 'Giấy khen', 'certificate', 'both', 150),
  ('national_emulation_fighter', 'Chiến sĩ thi đua toàn quốc', 'emulation_title', 'person', 160),
  ('emulation_fighter', 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh', 'emulation_title', 'person', 170),
  ('grassroots_emulation_fighter', 'Chiến sĩ thi đua cơ sở', 'emulation_title', 'person', 180),
  ('advanced_worker', 'Lao động tiên tiến', 'emulation_title', 'person', 190),
  ('excellent_collective', 'Tập thể lao động xuất sắc', 'emulation_title', 'organisation', 200),
  ('advanced_collective', 'Tập thể lao động tiên tiến', 'emulation_title', 'organisation', 210),
  ('creative_labour', 'Bằng Lao động sáng tạo', 'certificate', 'person', 220),
  ('typical_intellectual', 'Trí thức tiêu biểu', 'honour', 'person', 230),
  ('creative_gold_book', 'Sách vàng Sáng tạo Việt Nam', 'honour', 'both', 240),
  ('scientist_of_farmers', 'Nhà khoa học của Nhà nông', 'honour', 'person', 250),
  ('national_honour', 'Vinh danh toàn quốc khác', 'honour', 'both', 260),
  ('commemorative_medal', 'Kỷ niệm chương', 'medal', 'person', 270),
  ('other', 'Hình thức khen thưởng khác', 'other', 'both', 280);
